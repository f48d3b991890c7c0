import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { course } from '../installation.ts'
import { addressOf } from '../pages/places.ts'
import { routeTable } from '../pages/route-table.ts'
import { type Answer, ask, cookiesOf, each } from './ask.ts'
import { type Belongings, makeBelongings, units } from './belongings.ts'
import { type FoundForm, findForm, sendForm, textsOn } from './html.ts'
import { type ActionRow, actions, type Belonging, ownedParameters, ownedQueries, smallWrites } from './owner-table.ts'

/**
 * What is somebody else's, or of another branch, is answered as if it did not exist: every route, small write and server action is asked for
 * it, and for what is nobody's, and both answers are the same to the letter.
 */

test.describe.configure({ mode: 'serial' })

const refusals = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../messages/en.json'), 'utf8')).refusals as Record<string, string>
const nobodys = '019a0000-0000-7000-8000-00000000000f'
const askers = ['otherLearner', 'branchReviewer', 'branchAdmin', 'nobody'] as const
type Asker = (typeof askers)[number]

let theirs: Belongings
let own: Belongings
let cookies: Record<Asker | 'owner' | 'learner', string>
let before: Record<string, string[]>
let asked = 0

/** What stands for the parameters that are nobody’s. */
const places = { language: 'en', case: 'jaxa', course: course.id, unit: course.lessons[0], token: 'unknown', code: 'A'.repeat(22) }

/** What a thing of the kind would be called that there is not. */
const unknown = (of: Belonging) => (of === 'address' ? 'rin.nobody@kitahama.example' : nobodys)

/** Pages of what must not change, as those see it whose it is. */
async function readTheirs(): Promise<Record<string, string[]>> {
  const { person, holder, group, closedGroup, list, assignment, enrolment } = theirs
  const kept = [
    ...[`/admin/people/${person}`, `/admin/people/${holder}`, `/admin/groups/${group}`, `/admin/groups/${closedGroup}`],
    ...[`/admin/lists/${list}`, `/admin/assignments/${assignment}`, `/admin/assignments/${assignment}/${enrolment}`],
  ].map((path) => [path, cookies.owner] as const)
  const paths = [...kept, [units.quiz, cookies.learner] as const, [units.lab, cookies.learner] as const]
  const read = paths.map(async ([path, cookie]): Promise<[string, string[]]> => {
    const { status, text } = await ask({ path, headers: { cookie } })
    expect(status, path).toBe(200)
    return [path, [...textsOn(text.replace(/<script[\s\S]*?<\/script>/g, ''))]]
  })
  return Object.fromEntries(await Promise.all(read))
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  const entries = askers.map(async (asker) => [asker, asker === 'nobody' ? '' : await cookiesOf(browser, asker)])
  ;({ theirs, own } = await makeBelongings(browser))
  cookies = {
    ...Object.fromEntries(await Promise.all(entries)),
    owner: await cookiesOf(browser, 'owner'),
    learner: await cookiesOf(browser, 'learner'),
  }
  for (const [name, id] of Object.entries(theirs)) expect(id, name).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$|@|^[a-z0-9-]+$/)
  before = await readTheirs()
})

/** The texts that a page sends along for its scripts: how they are cut into pieces, and which piece holds which, depends on what was ready first. */
function sentAlong(html: string): string[] {
  const pieces = [...html.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)].map(
    ([, piece = '""']) => JSON.parse(piece) as string,
  )
  const texts = pieces.join('').match(/"(?:[^"\\]|\\.)*"/g) ?? []
  return [...new Set(texts.filter((text) => !text.startsWith('"$')))].sort()
}

/** An answer without what differs from one request to the next, and without the names that were asked for. */
function bare({ status, headers, text }: Answer, names: readonly string[]) {
  const nonce = /nonce="([^"]*)"/.exec(text)?.[1] ?? ''
  const without = (told: string) =>
    [nonce, ...names.flatMap((name) => [encodeURIComponent(name), name])]
      .filter((name) => name !== '')
      .reduce((rest, name) => rest.replaceAll(name, '[name]'), told)
  const html = without(text)
  const head = [headers.location, headers['content-type'], headers['content-disposition']].map((value) => without(String(value ?? '')))
  return { status, told: [...head, html.replace(/<script[^>]*>[\s\S]*?<\/script>/g, ''), ...sentAlong(html)].join('\n') }
}

/** How what is somebody's, asked for by any of these names, is told apart from what is nobody's; null when it is not. */
function difference(foreign: Answer, none: Answer, names: readonly string[]): string | null {
  asked += 2
  const [one, other] = [bare(foreign, names), bare(none, names)]
  if (one.status !== other.status) return `${one.status} for what is somebody’s, ${other.status} for what is nobody’s`
  if (one.told === other.told) return null
  const at = [...one.told].findIndex((character, index) => character !== other.told[index])
  return `told apart at: …${one.told.slice(Math.max(0, at - 80), at + 120)} / ${other.told.slice(at, at + 120)}`
}

const refused = [400, 401, 403, 404, 303, 307]

test('every route with something of somebody’s in its address', async () => {
  test.setTimeout(300_000)
  const parametersOf = (path: string) => [...path.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name)
  const paths = routeTable.map(({ path }) => path).filter((path) => parametersOf(path).some((name) => name in ownedParameters))
  expect(paths.length).toBeGreaterThan(8)
  const problems: string[] = []
  await each(
    paths.flatMap((path) => askers.map((asker) => ({ path, asker }))),
    async ({ path, asker }) => {
      const parameters = parametersOf(path).filter((name) => name in ownedParameters)
      const idOf = (from: Belongings, name: string) => from[ownedParameters[name] as Belonging] || nobodys
      const read = (of: (name: string) => string) => {
        const filled = Object.fromEntries(parameters.map((name) => [name, of(name)]))
        return ask({ path: addressOf(path, { ...places, ...filled }), headers: { cookie: cookies[asker] } })
      }
      const names = [nobodys, ...parameters.flatMap((name) => [idOf(theirs, name), idOf(own, name)])]
      const foreign = await read((name) => idOf(theirs, name))
      if (!refused.includes(foreign.status)) problems.push(`${asker} ${path}: ${foreign.status}`)
      const problem = difference(foreign, await read(() => nobodys), names)
      if (problem) problems.push(`${asker} ${path}: ${problem}`)
      // One of them somebody else's, the others one's own.
      for (const one of parameters) {
        const mixed = await read((name) => idOf(name === one ? theirs : own, name))
        const none = await read((name) => (name === one ? nobodys : idOf(own, name)))
        const told = difference(mixed, none, names)
        if (told) problems.push(`${asker} ${path}, ${one}: ${told}`)
      }
    },
  )
  expect(problems).toEqual([])
})

test('every page that is asked for something by its query', async () => {
  test.setTimeout(300_000)
  const problems: string[] = []
  await each(
    ownedQueries.flatMap((row) => (['branchReviewer', 'branchAdmin'] as const).map((asker) => ({ ...row, asker }))),
    async ({ path, query, of, asker }) => {
      const address = addressOf(path, { ...places, list: own.list })
      const read = (name: string) => ask({ path: `${address}?${query}=${encodeURIComponent(name)}`, headers: { cookie: cookies[asker] } })
      const problem = difference(await read(theirs[of]), await read(unknown(of)), [theirs[of], unknown(of)])
      if (problem) problems.push(`${asker} ${path}?${query}=: ${problem}`)
    },
  )
  expect(problems).toEqual([])
})

test('every small write about somebody else’s attempt, or in a course that is not one’s own', async () => {
  const problems: string[] = []
  for (const [path, { attempt, fields = {} }] of Object.entries(smallWrites)) {
    if (!path.includes('[')) continue // about whoever asks
    for (const asker of ['otherLearner', 'branchAdmin', 'nobody'] as const)
      for (const accept of ['application/json', 'text/html']) {
        const unit = attempt === 'attempt' ? units.quiz : units.lab
        const [course = '', unitId = ''] = unit.split('/').slice(2)
        const write = (id: string, courseId: string) => {
          const body = new URLSearchParams({ ...(attempt && { attempt: id }), sequence: '0', ...fields }).toString()
          const headers = {
            cookie: cookies[asker],
            accept,
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': String(body.length),
          }
          return ask({ method: 'POST', path: addressOf(path, { course: courseId, unit: unitId }), headers, body })
        }
        const [foreign, none] = attempt
          ? [await write(theirs[attempt], course), await write(nobodys, course)]
          : [await write('', course), await write('', 'no-such-course')]
        const names = attempt ? [theirs[attempt], nobodys] : [course, 'no-such-course']
        const told = `${asker} ${path} ${accept}: ${foreign.status} ${foreign.text.slice(0, 80)}`
        const problem = difference(foreign, none, names)
        if (problem) problems.push(`${told} ${problem}`)
        const wanted = asker !== 'nobody' ? 404 : accept === 'text/html' ? 303 : 401
        if (foreign.status !== wanted) problems.push(told)
        if (wanted === 404 && !foreign.text.includes(refusals.not_found ?? '')) problems.push(told)
      }
  }
  expect(problems).toEqual([])
})

async function formOf(row: ActionRow, asker: Asker): Promise<FoundForm> {
  const sentTo = addressOf(row.page, own)
  if (!row.foundAt) return findForm(sentTo, cookies[asker], row.holding, row.without)
  const { fields } = await findForm(addressOf(row.foundAt, theirs), cookies.owner, row.holding, row.without)
  return { path: sentTo, fields }
}

/** What goes wrong when an action is asked for what is not one's own, field by field. */
async function problemsOf(row: ActionRow): Promise<string[]> {
  const asker = row.asker ?? 'branchAdmin'
  const form = await formOf(row, asker)
  if (!form.fields.some(([name]) => name.startsWith('$ACTION'))) return ['its form has no action']
  const problems: string[] = []
  for (const [field, of] of Object.entries(row.fields)) {
    const send = (name: string) => sendForm(form, cookies[asker], { ...row.fill, [field]: name })
    const [foreign, none] = [await send(theirs[of]), await send(unknown(of))]
    const problem = difference(foreign, none, [theirs[of], unknown(of)])
    if (problem) problems.push(`${field}: ${problem}`)
    // Where the form is not shown to who asks, neither is what came of it.
    const isAnswered =
      foreign.status === 200 &&
      (row.foundAt !== undefined || foreign.text.includes('data-summary') || foreign.text.includes('role="alert"'))
    if (!isAnswered) problems.push(`${field}: ${foreign.status} without an answer in words`)
  }
  return problems
}

test('every server action that names something of somebody’s', async () => {
  test.setTimeout(300_000)
  const rows = Object.entries(actions).flatMap(([action, row]) =>
    typeof row === 'string' ? [] : [row].flat().map((each) => ({ action, ...each })),
  )
  const problems: string[] = []
  await each(rows, async ({ action, ...row }) => {
    const found = await problemsOf(row).catch((error: Error) => [error.message])
    problems.push(...found.map((problem) => `${action} ${row.fill?.deed ?? ''} ${problem}`))
  })
  expect(problems).toEqual([])
})

test('nothing of it was done', async () => {
  expect(asked).toBeGreaterThan(200)
  expect(await readTheirs()).toEqual(before)
  const { status } = await ask({ path: '/training', headers: { cookie: cookies.learner } })
  expect(status).toBe(200)
})
