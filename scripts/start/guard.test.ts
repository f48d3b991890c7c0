import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { guardOf } from './guard.ts'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => servers.splice(0).forEach((server) => void server.close()))

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const isAllowed = guardOf({ publicUrl: 'https://casebook.example', isHttps: true }, false)
const serveGuarded = (then: (request: IncomingMessage) => string) =>
  serve((request, response) => {
    if (isAllowed(request, response)) response.end(then(request))
  })

test('a form of another site is refused in a sentence, before anything reads it', async () => {
  const origin = await serveGuarded(() => 'read')
  const answer = await fetch(origin, { method: 'POST', headers: { origin: 'https://evil.example' } })
  expect(answer.status).toBe(403)
  expect(await answer.text()).toMatch(/^This request came from another site and was refused\./)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('a form of this site goes on under the host it was sent from, whatever the proxy in front calls it', async () => {
  const origin = await serveGuarded((request) => String(request.headers['x-forwarded-host']))
  const answer = await fetch(origin, { method: 'POST', headers: { origin: 'https://casebook.example' } })
  expect(await answer.text()).toBe('casebook.example')
})

test('each answer has a nonce of its own, and what renders is told the same one, whatever the client claims', async () => {
  const origin = await serveGuarded((request) => String(request.headers['content-security-policy']))
  const ask = async () => {
    const answer = await fetch(origin, { headers: { 'content-security-policy': "script-src 'nonce-guessed'" } })
    const policy = await answer.text()
    expect(policy).toBe(answer.headers.get('content-security-policy'))
    return /'nonce-([^']+)'/.exec(policy)?.[1]
  }
  const [one, other] = [await ask(), await ask()]
  expect(one).toMatch(/^[A-Za-z0-9+/=]{24}$/)
  expect(one).not.toBe(other)
})
