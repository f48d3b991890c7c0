import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { z } from 'zod'
import en from '#messages/en'
import { valueAt, withValue } from '#testing/at-path'
import { type Outcome, showChangedRows, textsWithin, tryVerb } from '#testing/changed-rows'
import { testDatabase } from '#testing/database'
import { declaredVerbs, type Verb } from '#testing/declared-verbs'
import { anonymous, makePerson } from '#testing/factories'
import { packsOf } from '#testing/naughty/packs'
import { naughtyStrings, written } from '#testing/naughty/strings'
import { textFields } from '#testing/text-fields'
import { verbTable } from '#testing/verb-table'
import { makeVerbWorld, type VerbWorld } from '#testing/verb-world'
import { personas } from '#testing/world'
import { hashPassword } from './account/password-hash.ts'
import type { Caller } from './caller.ts'
import { InvalidInput } from './errors.ts'
import { openSetup } from './setup/open-setup.ts'
import { armToken, issueToken } from './tokens/issue-token.ts'
import { parseInput } from './verbs.ts'

/**
 * Every text field of every verb, found in its schema, is given every naughty string: it is refused in words, or kept as the text it is,
 * and nothing else is touched.
 */

// As much hashing as thousands of sign-ins would take minutes; the real one is given every string beside its own code.
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  type Wish = { message: string; nonce: Buffer; tagLength: number }
  const argon2 = (_: string, { message, nonce, tagLength }: Wish, done: (error: null, key: Buffer) => void) =>
    done(null, crypto.createHmac('sha512', nonce).update(message).digest().subarray(0, tagLength))
  return { ...crypto, argon2 }
})

/** Texts of commands that find or prove something: they are kept as a hash or not at all. */
const unkept = /\.(token|mark|address|email|code|currentPassword|password|people|q)$/
const isKept = (field: string) => !unkept.test(field) || /^(create|update)Person\.email$/.test(field)
const password = 'paper boats on a slow canal'

const verbs = await declaredVerbs()
const { db, owner } = await testDatabase()
const empty = await testDatabase()
let world: VerbWorld
/** What takes a verb further than what `verbTable` asks it with, which is refused before anything is kept. */
const further: Record<string, { caller: Caller; input: object }> = {}

beforeAll(async () => {
  await showChangedRows(owner)
  await showChangedRows(empty.owner)
  world = await makeVerbWorld(db)
  const { now } = world.callers.owner
  const passwordHash = await hashPassword(password)
  const { id: personId, email } = await makePerson(db, { groupId: world.works.id, passwordHash })
  const tokenOf = (kind: 'invitation' | 'reset') =>
    db.transaction(async (tx) => armToken(tx, await issueToken(tx, { kind, personId, now }), kind, now))
  const go = (name: string, input: object, of: Caller = world.callers.nobody) => {
    further[name] = { caller: of, input: { ...(verbTable[name]?.input(world) as object), ...input } }
  }
  go('acceptInvitation', { token: await tokenOf('invitation') })
  go('resetPassword', { token: await tokenOf('reset') })
  go('createSession', { identifier: email, password })
  go('completeSetup', { token: await openSetup(empty.db, now) }, anonymous(empty.db))
})

/** Somebody who may, with an input that is taken, where there is one. */
function asking(name: string): { caller: Caller; input: unknown } {
  const { answers, otherwise, input } = verbTable[name] ?? { answers: {}, otherwise: '', input: () => ({}) }
  const answer = (persona: (typeof personas)[number]) => answers[persona] ?? otherwise
  const isFar = (persona: (typeof personas)[number]) => !['forbidden', 'not found'].includes(answer(persona))
  const persona = personas.find((each) => answer(each) === 'ok') ?? personas.find(isFar) ?? 'owner'
  return further[name] ?? { caller: world.callers[persona], input: input(world) }
}

/** The strings that the schema takes for a field, those that come to the same once; it refuses the others with a reason that has words. */
function takenBy(schema: z.ZodType, input: unknown, path: string): string[] {
  const taken = new Map<string, string>()
  for (const text of naughtyStrings) {
    try {
      const value = JSON.stringify(valueAt(parseInput(schema, withValue(input, path, text)), path)) ?? 'nothing'
      if (!taken.has(value)) taken.set(value, text)
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error
      for (const reason of Object.values(error.fields)) expect(Object.keys(en.invalid)).toContain(reason)
    }
  }
  return [...taken.values()]
}

/** The same in as few texts as the field has room for; a password is one by itself. */
function packed(schema: z.ZodType, input: unknown, path: string, texts: string[]): string[] {
  if (texts.length < 500 || /password/i.test(path)) return texts
  return packsOf(texts, (text) => text.length <= 1000 && schema.safeParse(withValue(input, path, text)).success)
}

const tablesOf = ({ rows }: Outcome) => rows.map(({ table }) => table).sort()
const answers = ['ok', 'NotFound', 'Forbidden', 'InvalidInput', ...Object.keys(en.refusals)]
let asked = 0

/** Tries texts, in several fields at once, and says what went wrong with which of them. */
async function problemsWith(name: string, verb: Verb, fields: [string, string[]][], plain: Outcome): Promise<string[]> {
  const { caller, input } = asking(name)
  const problems: string[] = []
  const rounds = Math.max(0, ...fields.map(([, texts]) => texts.length))
  for (let round = 0; round < rounds; round += 1) {
    const given = fields.map(([path, texts]) => ({ path, text: texts[round % texts.length] ?? '', isFree: texts.length > 10 }))
    const wanted = given.reduce((sum, { path, text }) => withValue(sum, path, text), input)
    const told = given.map(({ path, text }) => `${path} ${written(text)}`).join(', ')
    asked += 1
    const outcome = await tryVerb(verb, caller, wanted).catch((error: Error) => String(error.cause ?? error))
    if (typeof outcome === 'string') problems.push(`${told}: ${outcome}`)
    else if (!answers.includes(outcome.answer)) problems.push(`${told}: ${outcome.answer} has no words`)
    else if (outcome.answer === 'ok' && verb.definition.kind === 'command') {
      const tables = String(tablesOf(outcome))
      if (plain.answer === 'ok' && tables !== String(tablesOf(plain))) problems.push(`${told}: writes to ${tables}`)
      const kept = parseInput(verb.definition.input, wanted)
      const texts = new Set(textsWithin(outcome.rows.map(({ row }) => row)))
      for (const { path, isFree } of given) {
        const text = valueAt(kept, path)
        if (isFree && text && isKept(`${name}.${path}`) && !texts.has(String(text)))
          problems.push(`${path} ${written(String(text))} is lost`)
      }
    }
  }
  return problems
}

const fieldsOf = (verb: Verb) => textFields(verb.definition.input).map(({ path }) => path)
const withText = [...verbs].filter(([, verb]) => fieldsOf(verb).length > 0)

describe.each(withText)('%s', (name, verb) => {
  test('takes every text, or refuses it in words', { timeout: 120_000 }, async () => {
    const { caller, input } = asking(name)
    const schema = verb.definition.input
    const plain = await tryVerb(verb, caller, input)
    const together: [string, string[]][] = []
    const alone: [string, string[]][] = []
    for (const path of fieldsOf(verb)) {
      const texts = packed(schema, input, path, takenBy(schema, input, path))
      if (texts.length === 0) continue
      // A text that others depend on, such as an id, would keep theirs from going further.
      const { answer } = await tryVerb(verb, caller, withValue(input, path, texts[0])).catch(() => ({ answer: 'unforeseen' }))
      if (answer === plain.answer) together.push([path, texts])
      else alone.push([path, texts])
    }
    const problems = await problemsWith(name, verb, together, plain)
    for (const field of alone) problems.push(...(await problemsWith(name, verb, [field], plain)))
    expect(problems.slice(0, 20)).toEqual([])
  })
})

test('they were asked, and about enough', () => {
  expect(withText.length).toBeGreaterThan(60)
  expect(asked).toBeGreaterThan(3000)
})
