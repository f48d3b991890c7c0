import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { gatherPieces } from './gather.ts'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => servers.splice(0).forEach((server) => void server.close()))

interface Answer {
  status: number
  headers: IncomingMessage['headers']
  pieces: Buffer[]
}

async function ask(write: (response: ServerResponse) => void, { method = 'GET', headers = {} } = {}): Promise<Answer> {
  const server = createServer((request, response) => {
    gatherPieces(request, response)
    write(response)
  })
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return new Promise((resolve, reject) => {
    get({ port: (server.address() as AddressInfo).port, method, headers }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, pieces }))
      answer.on('error', reject)
    }).on('error', reject)
  })
}

const gzip = { headers: { 'accept-encoding': 'gzip, br' } }
const long = 'アカウント'.repeat(200)

function writePage(response: ServerResponse): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.flushHeaders()
  response.write('<p>')
  response.write(Buffer.from(long))
  response.end('</p>')
}

test('a page written in pieces arrives as one, compressed, with its length', async () => {
  const { headers, pieces } = await ask(writePage, gzip)
  const body = Buffer.concat(pieces)
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'content-length': String(body.length), vary: 'accept-encoding' })
  expect(gunzipSync(body).toString()).toBe(`<p>${long}</p>`)
})

test('who does not take compressed pages gets the same page plain', async () => {
  const { headers, pieces } = await ask(writePage)
  expect(headers['content-encoding']).toBeUndefined()
  expect(Buffer.concat(pieces).toString()).toBe(`<p>${long}</p>`)
})

test('an export is sent as it comes: the first line is there before the last is written', async () => {
  let goOn: () => void = () => undefined
  const firstLine = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const answer = ask((response) => {
    response.setHeader('content-type', 'text/csv; charset=utf-8')
    response.write('head\r\n', () => goOn())
    void firstLine.then(() => response.end('last\r\n'))
  }, gzip)
  const { headers, pieces } = await answer
  expect(headers['transfer-encoding']).toBe('chunked')
  expect(Buffer.concat(pieces).toString()).toBe('head\r\nlast\r\n')
})

test('redirects, empty answers and questions about a page alone stay as they are', async () => {
  const redirect = await ask((response) => response.writeHead(303, { location: '/training' }).end(), gzip)
  expect(redirect).toMatchObject({ status: 303, pieces: [] })
  const head = await ask(writePage, { ...gzip, method: 'HEAD' })
  expect(head.headers['content-encoding']).toBeUndefined()
  expect(head.pieces).toEqual([])
})
