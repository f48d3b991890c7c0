import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { reportError } from '#services/report-error'
import { handleWith } from './handle.ts'
import { measuring } from './metrics.ts'
import { routeFinder } from './routes.ts'

const hostile = 'Aoi <aoi@kitahama.example>'
const routeOf = routeFinder({
  staticRoutes: [{ page: '/training' }],
  dynamicRoutes: [{ page: '/courses/[course]', regex: '^/courses/([^/]+?)(?:/)?$' }],
})
let server: Server | undefined
afterEach(() => {
  vi.restoreAllMocks()
  server?.close()
})

/** Asks a server whose pages are made by `next`; returns the answer and what was logged. */
async function ask(
  next: Parameters<typeof handleWith>[0],
  headers: Record<string, string> = { accept: 'text/html' },
  init: RequestInit = {},
  isDemo = false,
) {
  const lines: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  const handle = handleWith(next, { settings: { isHttps: false, isDemo }, measuring: await measuring(null), routeOf })
  server = createServer(handle).listen(0, '127.0.0.1')
  await new Promise((resolve) => server?.once('listening', resolve))
  const { port } = server.address() as { port: number }
  const response = await fetch(`http://127.0.0.1:${port}/training?name=${encodeURIComponent(hostile)}`, { headers, ...init })
  return { response, text: await response.text(), log: lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

const broken =
  (error: unknown): Parameters<typeof handleWith>[0] =>
  async (request, response) => {
    reportError(error, String(request.headers['x-request-number']), '/training')
    response.writeHead(500, { 'content-type': 'text/html', 'content-length': '33', 'cache-control': 'private' })
    response.write('<html id="__next_error__">')
    response.end('</html>')
  }
const gone = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' })

describe('a page that could not be made', () => {
  test('says what is the matter with the database, when to come back, and needs no script', async () => {
    const { response, text } = await ask(broken(gone))
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('10')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(text).toContain('Casebook cannot reach its database just now.')
    expect(text).toContain('<a href="">Try again</a>')
    expect(text).not.toMatch(/<script|__next_error__|<aside/)
  })

  test('says of the demonstration that it is one, in the language of the page', async () => {
    const accept = { accept: 'text/html' }
    const { text } = await ask(broken(gone), accept, {}, true)
    expect(text).toContain('<aside aria-label="Demonstration">A made-up organisation, to look around in.')
    const { text: inJapanese } = await ask(broken(new Error('unforeseen')), { ...accept, 'accept-language': 'ja' }, {}, true)
    expect(inJapanese).toContain('<aside aria-label="デモ">見てまわるための架空の組織です。')
  })

  test('is in the language of the browser, or the one chosen by the button', async () => {
    const { text } = await ask(broken(gone), { accept: 'text/html', 'accept-language': 'ja,en;q=0.5' })
    expect(text).toContain('<html lang="ja">')
    expect(text).toContain('現在、データベースに接続できません。')
    const chosen = await ask(broken(gone), { accept: 'text/html', cookie: 'a=b; casebook.language=ja', 'accept-language': 'en' })
    expect(chosen.text).toContain('<html lang="ja">')
  })

  test('of an error nobody foresaw shows the number that stands in the log, and neither holds a value', async () => {
    const { response, text, log } = await ask(broken(new Error(`Failed query: select\nparams: ${hostile}`)))
    expect(response.status).toBe(500)
    const [line] = log
    expect(line).toMatchObject({ event: 'request.failed', level: 'error', route: '/training', number: expect.stringMatching(/^\d{6}$/) })
    expect(text).toContain(`the number ${line?.number}`)
    expect(text + JSON.stringify(log)).not.toMatch(/Aoi|aoi@/)
  })

  test('comes too when the handler itself fails', async () => {
    const { response, text, log } = await ask(() => Promise.reject(new Error('lost')))
    expect(response.status).toBe(500)
    expect(text).toContain(`the number ${log[0]?.number}`)
  })

  test('offers no second try of what was sent', async () => {
    const { text } = await ask(broken(gone), undefined, { method: 'POST', body: 'x=1' })
    expect(text).not.toContain('Try again</a>')
    expect(text).toContain('What you typed is still there when you go back.')
  })
})

describe('left alone is', () => {
  test('a page that could be made, in pieces', async () => {
    const { response, text } = await ask(async (_, answer) => {
      answer.setHeader('content-type', 'text/html')
      answer.write('<p>one')
      answer.end('two')
    })
    expect([response.status, text]).toEqual([200, '<p>onetwo'])
  })

  test.each([
    ['a refusal for a script', { accept: 'application/json' }],
    ['data for the router', { accept: 'text/html', rsc: '1' }],
    ['an action', { accept: 'text/html', 'next-action': 'x' }],
  ])('%s', async (_, headers) => {
    const { response, text } = await ask(broken(gone), headers as Record<string, string>)
    expect([response.status, text]).toEqual([500, '<html id="__next_error__"></html>'])
  })
})

test('a number that a client claims for its request counts for nothing', async () => {
  let seen: IncomingHttpHeaders = {}
  await ask(
    async ({ headers }, answer) => {
      seen = headers
      answer.end()
    },
    { 'x-request-number': hostile },
  )
  expect(seen['x-request-number']).toMatch(/^\d{6}$/)
})

test('the route of an address is one of a closed list', () => {
  expect(['/training?x=1', '/courses/jaxa', '/_next/static/a.js', '/wp-admin', undefined].map(routeOf)).toEqual([
    '/training',
    '/courses/[course]',
    '/_next',
    'other',
    'other',
  ])
})
