import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type APIResponse, expect, test } from '@playwright/test'
import { actions, openParameters, ownedParameters, smallWrites } from '../hostile/owner-table.ts'
import { as, metricsToken, origin } from '../installation.ts'
import { addressOf, findPlaces, type Places } from './places.ts'
import { askers, routeTable } from './route-table.ts'

/** Every route, asked by one of each kind of person, with the exact answer. */

/** The address of a route file: its folder without the groups in brackets. */
function pathOf(file: string): string {
  const parts = file
    .split('/')
    .slice(0, -1)
    .filter((part) => !part.startsWith('('))
  return `/${parts.join('/')}`
}

const app = resolve(import.meta.dirname, '../../app')

test('The table names every route and no other', () => {
  const files = globSync('**/{page.tsx,route.ts}', { cwd: app }).filter((file) => !file.startsWith('_'))
  expect(files.length).toBeGreaterThan(30)
  expect(routeTable.map(({ path }) => path).sort()).toEqual(files.map(pathOf).sort())
})

test('The table of owners names every parameter, small write and server action, and no other', () => {
  const parameters = routeTable.flatMap(({ path }) => [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name))
  expect([...new Set(parameters)].sort()).toEqual([...Object.keys(ownedParameters), ...Object.keys(openParameters)].sort())
  const textOf = (file: string) => readFileSync(resolve(app, file), 'utf8')
  const writes = globSync('**/route.ts', { cwd: app }).filter((file) => textOf(file).includes(' = formPost'))
  expect(writes.map(pathOf).sort()).toEqual(Object.keys(smallWrites).sort())
  const declared = globSync('**/*.{ts,tsx}', { cwd: app })
    .map(textOf)
    .filter((text) => /^'use server'/m.test(text))
    .flatMap((text) => [...text.matchAll(/^export (?:async function|const) (\w+)/gm)].map(([, name]) => name))
  expect(declared.length).toBeGreaterThan(30)
  expect(declared.sort()).toEqual(Object.keys(actions).sort())
})

let places: Places
test.beforeAll(async ({ browser }) => {
  places = await findPlaces(browser)
})

function answerOf(response: APIResponse) {
  const status = response.status()
  const target = response.headers().location
  if (target && status >= 300 && status < 400)
    return /\/sign-in/.test(target) ? 'sign in' : new URL(target, response.url()).pathname.slice(1)
  return status
}

for (const asker of askers) {
  test(`asked by ${asker}`, async ({ browser }) => {
    const page = await as(browser, asker)
    const answers: Record<string, unknown> = {}
    for (const { path } of routeTable) answers[path] = answerOf(await page.request.get(addressOf(path, places), { maxRedirects: 0 }))
    const expected = Object.fromEntries(routeTable.map(({ path, answers: known, otherwise }) => [path, known[asker] ?? otherwise]))
    expect(answers).toEqual(expected)
    await page.context().close()
  })
}

test('A small write without a session is refused: a script is told so, a plain form is sent to sign in', async ({ browser }) => {
  const page = await as(browser, 'nobody')
  for (const path of Object.keys(smallWrites)) {
    const ask = (accept: string) =>
      page.request.post(addressOf(path, places), { form: { attempt: places.attempt, sequence: '0' }, headers: { accept }, maxRedirects: 0 })
    const told = await ask('application/json')
    expect([told.status(), (await told.json()).reason], path).toEqual([401, 'signed_out'])
    expect(answerOf(await ask('text/html')), path).toBe('sign in')
  }
  await page.context().close()
})

test('The figures are for the monitor that shows its token; to everybody else the address does not exist', async ({ request }) => {
  const ask = (authorization: string) => request.get(`${origin()}/api/metrics`, { headers: { authorization } })
  for (const wrong of ['', 'Bearer', `Bearer ${metricsToken}x`, metricsToken]) expect((await ask(wrong)).status()).toBe(404)
  const answer = await ask(`Bearer ${metricsToken}`)
  expect(answer.status()).toBe(200)
  const figures = await answer.text()
  // Counted by all processes together: the walk above asked each page once for every asker.
  const counted = [...figures.matchAll(/^casebook_request_seconds_count\{route="\/training",method="GET",status="200"\} (\d+)$/gm)]
  expect(counted).toHaveLength(1)
  expect(Number(counted[0]?.[1])).toBeGreaterThanOrEqual(askers.length - 1)
  expect(figures).toMatch(/^casebook_database_up 1$/m)
  expect(figures).toMatch(/^casebook_jobs\{queue="mail",state="completed"\} [1-9]/m)
  expect(figures).not.toContain('@')
})
