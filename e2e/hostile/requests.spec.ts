import { type Browser, expect, test } from '@playwright/test'
import { origin } from '../installation.ts'
import { addressOf, findPlaces, type Places } from '../pages/places.ts'
import { routeTable } from '../pages/route-table.ts'
import { type Answer, ask, cookiesOf, each, sendBytes, type Wish } from './ask.ts'
import { cookieHeads, heads, parameters, posts, queries } from './wishes.ts'

/** Every route is asked in ways that no page of ours would: it answers with a page or a sentence, and the server goes on. */

test.describe.configure({ mode: 'serial' })

const expected = [200, 204, 303, 307, 308, 400, 401, 403, 404, 405, 409, 413, 415, 429, 431]
/** Of what goes on inside, nothing is for whoever asks. */
const inside =
  /\n\s+at |node_modules|\.next[\\/]server|webpack|file:\/\/\/|\b(?:Type|Range|Syntax|Reference)?Error: |ECONN|pg_catalog|Failed query|select "/

let places: Places
let cookies: Record<'owner' | 'learner', string>
let count = 0
test.beforeAll(async ({ browser }: { browser: Browser }) => {
  test.setTimeout(300_000) // many pages are gone through
  places = await findPlaces(browser)
  cookies = { owner: await cookiesOf(browser, 'owner'), learner: await cookiesOf(browser, 'learner') }
})

function problemIn({ status, headers, text }: Answer): string | null {
  if (!expected.includes(status)) return `status ${status}: ${text.slice(0, 120)}`
  if (headers['x-content-type-options'] !== 'nosniff') return `${status} without security headers`
  const leak = inside.exec(text)
  if (leak) return `${status} tells of its inside: ${text.slice(Math.max(0, leak.index - 60), leak.index + 120)}`
  const { location } = headers
  if (location && new URL(String(location), origin()).origin !== origin()) return `${status} leads away to ${location}`
  if (status >= 400 && text.trim().length < 20 && !headers['content-type']?.includes('json'))
    return `${status} without a sentence: “${text}”`
  return null
}

/** Scripts of a page are sent on once, to the same address with a mark for caches. */
async function askOn(wish: Wish): Promise<Answer> {
  const answer = await ask(wish)
  const { location } = answer.headers
  if (answer.status !== 307 || !String(location).includes('_rsc=')) return answer
  return ask({ ...wish, path: String(location).replace(/^https?:\/\/[^/]+/, '') })
}

async function problemsOf(wishes: readonly Wish[], cookie: string): Promise<string[]> {
  const problems: string[] = []
  await each(wishes, async (wish) => {
    const headers = { ...(cookie && { cookie }), ...wish.headers }
    count += 1
    const problem = await askOn({ ...wish, headers }).then(problemIn, (error: Error) => error.message)
    if (problem)
      problems.push(
        `${wish.method ?? 'GET'} ${wish.path.slice(0, 120)} ${JSON.stringify(wish.headers ?? {}).slice(0, 160)} ${String(wish.body ?? '').slice(0, 60)} -> ${problem}`,
      )
  })
  return problems
}

const addresses = () => routeTable.map(({ path }) => addressOf(path, places))
const everywhere = (wishes: readonly Wish[]) =>
  addresses().flatMap((address) => wishes.map((wish) => ({ ...wish, path: `${address}${wish.path}` })))

const askers = ['owner', 'nobody'] as const
const cookieOf = (asker: (typeof askers)[number]) => (asker === 'owner' ? cookies.owner : '')

for (const asker of askers) {
  test(`wrong methods, queries and headers, asked by ${asker}`, async () => {
    test.setTimeout(300_000)
    const methods = ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'].map((method): Wish => ({ method, path: '' }))
    const wishes =
      asker === 'owner' ? [...methods, ...queries, ...heads] : [...methods.slice(0, 2), ...queries.slice(0, 9), ...heads.slice(0, 12)]
    expect(await problemsOf(everywhere(wishes), cookieOf(asker))).toEqual([])
  })

  test(`bodies that are no form of ours, sent by ${asker}`, async () => {
    test.setTimeout(300_000)
    expect(await problemsOf(everywhere(posts), cookieOf(asker))).toEqual([])
  })
}

test('parameters that are no id, or of nothing', async () => {
  test.setTimeout(300_000)
  const paths = routeTable.filter(({ path }) => path.includes('['))
  const wishes = paths.flatMap(({ path }) =>
    parameters.flatMap((value) => [
      { path: path.replace(/\[\w+\]/g, value) },
      // Only the last is wrong.
      { path: addressOf(path.replace(/\[\w+\](?!.*\[)/, value), places) },
    ]),
  )
  expect(await problemsOf(wishes, cookies.owner)).toEqual([])
})

test('cookies that are none', async () => {
  expect(
    await problemsOf(
      everywhere(cookieHeads(cookies.learner)).filter((_, index) => index % 3 === 0),
      '',
    ),
  ).toEqual([])
})

test('what is of somebody else is answered as if it did not exist', async () => {
  const own = { cookie: cookies.learner, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
  const unit = addressOf('/courses/[course]/[unit]', places)
  for (const sequence of ['-1', '0', '1e9', 'NaN', '', '0x1', '99999999999999999999'])
    for (const end of ['response', 'draft']) {
      const body = `attempt=00000000-0000-7000-8000-000000000000&position=0&sequence=${sequence}&kind=one-choice&choice=a&certainty=certain`
      const answer = await ask({ method: 'POST', path: `${unit}/${end}`, headers: { ...own, 'content-length': String(body.length) }, body })
      expect([400, 404], `${end} ${sequence}: ${answer.text}`).toContain(answer.status)
      expect(JSON.parse(answer.text).message).toMatch(/^[A-Z].*\.$/)
    }
})

test('requests that are none are answered with a sentence, and the server goes on', async () => {
  const host = `Host: ${new URL(origin()).host}`
  const close = 'Connection: close'
  const large = 'a'.repeat(300_000)
  const lines = (...all: string[]) => `${all.join('\r\n')}\r\n\r\n`
  const cases: [string, number][] = [
    [lines('GET /invite/%E0%A4%A HTTP/1.1', host, close), 400],
    [lines('GET /certificates/%ff HTTP/1.1', host, close), 400],
    [lines('OPTIONS * HTTP/1.1', host, close), 405],
    [lines('GET http://evil.example/ HTTP/1.1', host, close), 400],
    [lines('NONSENSE / HTTP/1.1', host), 400],
    [lines('GET / HTTP/1.1', host, `Cookie: ${'a'.repeat(20_000)}`), 431],
    [lines('GET / HTTP/1.1', host, 'no name'), 400],
    [
      `${lines('POST /language HTTP/1.1', host, close, 'Content-Type: application/x-www-form-urlencoded', `Content-Length: ${large.length}`)}${large}`,
      413,
    ],
    [
      `${lines('POST /sign-in HTTP/1.1', host, close, 'Content-Type: multipart/form-data; boundary=b', 'Transfer-Encoding: chunked')}${`${large.length.toString(16)}\r\n${large}\r\n`}`,
      413,
    ],
  ]
  for (const [bytes, status] of cases) {
    const answer = await sendBytes(bytes)
    expect(answer.status, bytes.slice(0, 100)).toBe(status)
    expect(answer.text, bytes.slice(0, 100)).toMatch(/^[A-Z][^\n]+\.\n[^\n]+。\n$/)
    expect(problemIn(answer)).toBeNull()
  }
  expect((await ask({ path: '/sign-in' })).status).toBe(200)
  expect((await ask({ path: '/training', headers: { cookie: cookies.learner } })).status).toBe(200)
  expect(count).toBeGreaterThan(3000)
})
