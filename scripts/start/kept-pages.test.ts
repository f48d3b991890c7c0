import type { IncomingHttpHeaders } from 'node:http'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { gatherPieces } from './gather.ts'
import { KeptPages } from './kept-pages.ts'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => servers.splice(0).forEach((server) => void server.close()))

interface Made {
  status?: number
  headers?: Record<string, string>
  /** As Next took the cookies to mean. */
  language?: string
}

/** Serves as a process does, with something in Next's place that numbers the pages it makes; the request's number is its nonce. */
async function serve(made: Made = {}) {
  const pages = new KeptPages()
  let [asked, rendered] = [0, 0]
  const handle = pages.orElse(async ({ headers }, response) => {
    const nonce = /nonce-([^']+)/.exec(String(headers['content-security-policy']))?.[1]
    rendered += 1
    response.statusCode = made.status ?? 200
    response.setHeaders(new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...made.headers }))
    response.write(`<!DOCTYPE html><html lang="${made.language ?? 'en'}"><script nonce="${nonce}"></script>`)
    response.end(`<p>page ${rendered}</p><script nonce="${nonce}"></script>`)
  })
  const server = createServer((incoming, response) => {
    asked += 1
    incoming.headers['content-security-policy'] = `script-src 'nonce-n${asked}+/='`
    response.setHeader('content-security-policy', String(incoming.headers['content-security-policy']))
    gatherPieces(incoming, response, (page) => pages.keep(incoming, response, page))
    void handle(incoming, response)
  })
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return (path = '/sign-in', headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve) => {
      const sent = request({ port, path, method, headers }, async (answer) => {
        const parts = await Array.fromAsync(answer)
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: parts.join('') })
      })
      sent.end()
    })
}

test('the page is made once, and each answer has the nonce of its own request', async () => {
  const ask = await serve()
  const [first, second] = [await ask(), await ask()]
  expect(first.body).toContain('<p>page 1</p>')
  expect(second.body).toBe(first.body.replaceAll('n1+/=', 'n2+/='))
  expect(second.headers).toMatchObject({
    'content-security-policy': "script-src 'nonce-n2+/='",
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    vary: 'accept-encoding',
  })
})

test('where one goes on to after signing in is part of the page', async () => {
  const ask = await serve()
  await ask('/sign-in?next=%2Ftraining')
  expect((await ask('/sign-in?next=%2Faccount')).body).toContain('<p>page 2</p>')
  expect((await ask('/sign-in?next=%2Ftraining')).body).toContain('<p>page 1</p>')
})

test('so is the language', async () => {
  const ask = await serve({ language: 'ja' })
  await ask('/sign-in', { 'accept-language': 'ja' })
  expect((await ask('/sign-in', { cookie: 'a=b; casebook.language=ja' })).body).toContain('<p>page 1</p>')
  expect((await ask('/sign-in', { 'accept-language': 'en' })).body).toContain('<p>page 2</p>')
})

test('a page in another language than the request seems to ask for is not kept for those who come after', async () => {
  const ask = await serve({ language: 'ja' })
  await ask('/sign-in', { cookie: 'casebook.language=j%61' })
  expect((await ask('/sign-in')).body).toContain('<p>page 2</p>')
})

describe('is made anew', () => {
  test.each([
    ['who may be signed in', '/sign-in', { cookie: 'casebook.session=token' }, 'GET'],
    ['what a script of a page asks for', '/sign-in', { rsc: '1' }, 'GET'],
    ['another page', '/sign-in/', {}, 'GET'],
    ['a form', '/sign-in', {}, 'POST'],
  ])('for %s', async (_, path, headers, method) => {
    const ask = await serve()
    await ask()
    await ask(path, headers, method)
    expect((await ask(path, headers, method)).body).toContain('<p>page 3</p>')
  })

  test.each([
    ['an error', { status: 503 }],
    ['an answer that sets a cookie', { headers: { 'set-cookie': 'a=b' } }],
  ])('after %s', async (_, made) => {
    const ask = await serve(made)
    await ask()
    expect((await ask()).body).toContain('<p>page 2</p>')
  })
})

test('addresses without end do not fill the memory: all are forgotten in time', async () => {
  const ask = await serve()
  for (let count = 0; count <= 64; count += 1) await ask(`/sign-in?next=/${count}`)
  expect((await ask('/sign-in?next=/0')).body).toContain('<p>page 66</p>')
  expect((await ask('/sign-in?next=/64')).body).toContain('<p>page 65</p>')
})
