import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { tellRefusedMethod } from './plain-answer.ts'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => servers.splice(0).forEach((server) => void server.close()))

/** Asks an address that answers 405, with or without words of its own. */
async function ask(method: string, words?: string): Promise<{ status: number; allow: string | null; text: string }> {
  const server = createServer((request, response) => {
    tellRefusedMethod(request, response, true)
    response.statusCode = 405
    if (words) response.end(words)
    else response.end()
  })
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { method })
  return { status: answer.status, allow: answer.headers.get('allow'), text: await answer.text() }
}

test('a method that an address has no use for is refused in both languages, with those it has', async () => {
  const refused = await ask('GET')
  expect(refused).toMatchObject({ status: 405, allow: 'POST' })
  expect(refused.text).toMatch(/^[A-Z][^\n]+\.\n[^\n]+。\n$/)
  expect(await ask('POST')).toMatchObject({ status: 405, allow: 'GET, HEAD' })
})

test('whoever has words of its own keeps them', async () => {
  expect(await ask('GET', 'not here')).toMatchObject({ status: 405, text: 'not here' })
})
