import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { readableServer } from './http-server.ts'
import { largestBody } from './readable.ts'

let server: Server | undefined
afterEach(() => server?.closeAllConnections())
afterEach(() => server?.close())

interface Answer {
  status: number
  headers: string
  body: string
}

/** Answers with how many bytes it has read, as an application does that reads to the end first. */
const reading: RequestListener = async (request, response) => {
  let size = 0
  try {
    for await (const chunk of request) size += (chunk as Buffer).length
    response.end(`read ${size}`)
  } catch {
    // The connection is gone.
  }
}

/** Sends bytes as they are, one part after another, and reads until the server closes the connection. */
async function send(parts: string[], wished = {}, handle = reading): Promise<Answer> {
  server = readableServer(handle, false, wished).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk.toString()
  })
  socket.on('error', () => undefined) // closed while it was still being written to
  for (const part of parts) socket.write(part)
  await new Promise((closed) => socket.once('close', closed))
  const [head = '', body = ''] = text.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), headers: head.toLowerCase(), body }
}

const head = (line: string, ...headers: string[]) => `${[line, 'Host: localhost', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`
const chunked = 'Transfer-Encoding: chunked'
const chunks = (bytes: number) => [...Array<string>(Math.ceil(bytes / 0x8000)).fill(`8000\r\n${'a'.repeat(0x8000)}\r\n`), '0\r\n\r\n']

function expectSentence({ headers, body }: Answer): void {
  expect(body).toMatch(/^[A-Z][^\n]+\.\n[^\n]+。\n$/)
  for (const name of ['content-security-policy', 'x-content-type-options: nosniff', 'cache-control: no-store'])
    expect(headers).toContain(name)
}

describe('is answered with a sentence, and goes no further', () => {
  const never: RequestListener = () => {
    throw new Error('went further')
  }
  test.each([
    ['a method that no page knows', [head('DELETE / HTTP/1.1')], 405],
    ['a method that nobody knows', [head('NONSENSE / HTTP/1.1')], 400],
    ['no path', [head('OPTIONS * HTTP/1.1')], 405],
    ['an address of another site', [head('GET http://evil.example/ HTTP/1.1')], 400],
    ['a path that cannot be decoded', [head('GET /invite/%E0%A4%A HTTP/1.1')], 400],
    ['a path of bytes that are no text', [head('GET /certificates/%ff HTTP/1.1')], 400],
    ['a head that is none', ['\x16\x03\x01\r\n\r\n'], 400],
    ['a header without a name', [head('GET / HTTP/1.1', 'no name')], 400],
    ['no host', ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n'], 400],
    ['two lengths', [head('POST / HTTP/1.1', 'Content-Length: 3', chunked), ...chunks(3)], 400],
    ['an expectation', [head('GET / HTTP/1.1', 'Expect: nonsense')], 417],
    ['cookies without end', [head('GET / HTTP/1.1', `Cookie: ${'a'.repeat(20_000)}`)], 431],
    ['an address without end', [head(`GET /?${'a'.repeat(20_000)} HTTP/1.1`)], 431],
    [
      'a body that is said to be too large',
      [head('POST / HTTP/1.1', `Content-Length: ${largestBody + 1}`), 'a'.repeat(largestBody + 1)],
      413,
    ],
  ])('%s', async (_, parts, status) => {
    const answer = await send(parts, {}, never)
    expect(answer.status).toBe(status)
    expectSentence(answer)
  })
})

describe('a body', () => {
  test('is taken up to its limit, whether its length is told or not', async () => {
    const told = await send([head('POST / HTTP/1.1', `Content-Length: ${largestBody}`), 'a'.repeat(largestBody)])
    expect(told).toMatchObject({ status: 200, body: expect.stringContaining(`read ${largestBody}`) })
    expect(await send([head('POST / HTTP/1.1', chunked), ...chunks(largestBody)])).toMatchObject({ status: 200 })
  })
  test('is broken off beyond it when its length was not told', async () => {
    const answer = await send([head('POST / HTTP/1.1', chunked), ...chunks(largestBody).slice(0, -1), '1\r\na\r\n'])
    expect(answer.status).toBe(413)
    expectSentence(answer)
  })
  test('with a chunk that is none is answered while nothing has been said yet', async () => {
    const answer = await send([head('POST / HTTP/1.1', chunked), 'nonsense\r\n'])
    expect(answer.status).toBe(400)
    expectSentence(answer)
  })
})

describe('whoever is slow', () => {
  const quick = { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 }
  test.each([
    ['with the head', ['GET / HTTP/1.1\r\nHost: localhost\r\n']],
    ['with the body', [head('POST / HTTP/1.1', 'Content-Length: 10'), 'abc']],
  ])('%s is not waited for', async (_, parts) => {
    const answer = await send(parts, quick)
    expect(answer.status).toBe(408)
    expectSentence(answer)
  })
  test('has a limit where nothing else is wished', () => {
    server = readableServer(reading, false)
    expect(server.headersTimeout).toBe(15_000)
    expect(server.requestTimeout).toBe(60_000)
  })
})

test('A connection that wants to become another stays an ordinary one', async () => {
  const upgrade = ['Connection: Upgrade', 'Upgrade: websocket']
  const request = `${['GET / HTTP/1.1', 'Host: localhost', ...upgrade].join('\r\n')}\r\n\r\n`
  expect(await send([request], { keepAliveTimeout: 50 })).toMatchObject({ status: 200 })
})

test('A state of the page that cannot be read counts as not told', async () => {
  const echo: RequestListener = ({ headers }, response) => void response.end(`state: ${headers['next-router-state-tree']}`)
  const sent = (state: string) => send([head('GET / HTTP/1.1', `Next-Router-State-Tree: ${state}`)], {}, echo)
  for (const state of ['nonsense', '%7B', '%5B1%5D', '%E0%A4%A', `%5B%22%22%2C${'%5B'.repeat(50)}`])
    expect((await sent(state)).body).toContain('state: undefined')
  const right = encodeURIComponent(JSON.stringify(['', { children: ['sign-in', {}] }]))
  expect((await sent(right)).body).toContain(`state: ${right}`)
})
