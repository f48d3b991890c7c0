import { inspect } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#db/client'
import { testDatabase } from '#testing/database'
import { declaredVerbs, type Verb } from '#testing/declared-verbs'
import { type Answer, verbTable } from '#testing/verb-table'
import { makeVerbWorld, type VerbWorld } from '#testing/verb-world'
import { personas } from '#testing/world'
import type { Caller } from './caller.ts'
import { Conflict, Forbidden, InvalidInput, NotFound } from './errors.ts'

/** Every declared verb, asked by one of each kind of person: the exact answer of each stands in `testing/verb-table.ts`. */

const verbs = await declaredVerbs()
const { db } = await testDatabase()
let world: VerbWorld
beforeAll(async () => {
  world = await makeVerbWorld(db)
})

class Undo extends Error {}

/** Asks, and takes back whatever it did, so that every question meets the same world. */
async function ask(verb: Verb, caller: Caller, input: unknown): Promise<Answer> {
  let answer: Answer = 'ok'
  await db
    .transaction(async (tx) => {
      try {
        await verb({ ...caller, db: tx as unknown as Database }, input)
      } catch (error) {
        answer = nameOf(error)
      }
      throw new Undo()
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error
    })
  return answer
}

function nameOf(error: unknown): Answer {
  if (error instanceof Forbidden) return 'forbidden'
  if (error instanceof NotFound) return 'not found'
  if (error instanceof InvalidInput) return `invalid ${Object.keys(error.fields)}`
  if (error instanceof Conflict) return error.reason
  throw error
}

test('the table names every declared verb and no other', () => {
  expect(verbs.size).toBeGreaterThan(60)
  expect(Object.keys(verbTable).sort()).toEqual([...verbs.keys()].sort())
})

describe.each([...verbs.keys()].sort())('%s', (name) => {
  test.each(personas)('asked by %s', async (persona) => {
    const row = verbTable[name]
    const verb = verbs.get(name)
    if (!row || !verb) throw new Error(`${name} is missing in testing/verb-table.ts`)
    expect(await ask(verb, world.callers[persona], row.input(world))).toBe(row.answers[persona] ?? row.otherwise)
  })
})

describe('whoever reads for another branch is shown nothing of this one', () => {
  const whole = { depth: null, maxArrayLength: null, maxStringLength: null }
  const queries = [...verbs].filter(([, verb]) => verb.definition.kind === 'query').map(([name]) => name)
  test.each(queries)('%s', async (name) => {
    const row = verbTable[name]
    const verb = verbs.get(name)
    if (!row || !verb) throw new Error(`${name} is missing in testing/verb-table.ts`)
    const { learner, otherLearner, supervisor } = world.ids
    const hidden = [
      learner,
      otherLearner,
      supervisor,
      world.works.id,
      world.listId,
      world.assignmentId,
      world.newcomerId,
      world.enrolmentId,
    ]
    for (const persona of ['branchReviewer', 'branchAdmin'] as const) {
      const shown = inspect(await verb(world.callers[persona], row.input(world)).catch(() => null), whole)
      expect(
        hidden.filter((id) => shown.includes(id)),
        persona,
      ).toEqual([])
    }
  })
})
