import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { addressRewriter } from './client-address.ts'

const request = (remoteAddress: string, headers: Record<string, string>) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage

function seen(trusted: string[], from: string, headers: Record<string, string>) {
  const asked = request(from, { host: 'casebook.example.com', ...headers })
  addressRewriter(trusted)(asked)
  return asked.headers
}

describe('the address of a client', () => {
  const forwarded = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' }
  test.each([
    ['is that of the connection when it comes from nowhere trusted', ['loopback'], '192.0.2.1', '192.0.2.1'],
    ['is the last one that a trusted proxy names, not what the client put before it', ['loopback'], '127.0.0.1', '198.51.100.7'],
    ['is found through several trusted proxies', ['loopback', '198.51.100.0/24'], '127.0.0.1', '203.0.113.9'],
    ['is that of the connection when nobody is trusted', [], '127.0.0.1', '127.0.0.1'],
  ])('%s', (_, trusted, from, address) => expect(seen(trusted, from, forwarded)['x-forwarded-for']).toBe(address))

  test('is all that is left of what is claimed about the way', () => {
    const claims = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'for=1.2.3.4', 'x-real-ip': '1.2.3.4' }
    expect(seen(['loopback'], '127.0.0.1', claims)).toEqual({ host: 'casebook.example.com', 'x-forwarded-for': '127.0.0.1' })
  })
})
