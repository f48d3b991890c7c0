import { EventEmitter } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerOptions, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { answerPlainly, type PlainStatus, plainAnswer } from './plain-answer.ts'
import { dropGarbledState, largestBody, refusedByHead } from './readable.ts'

/** How long a request may take to arrive: its head, all of it; and how many bytes its head may have. */
const limits = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
  requireHostHeader: false, // Node would refuse it without a word
} satisfies ServerOptions

/** Next listens for connections that turn into something else, and would leave them open: here they stay ordinary requests. */
const noUpgrades = { shouldUpgradeCallback: () => false }

/**
 * A server that lets through to `handle` only what can be read: not too large, not too slow, in a form that has a meaning. Whatever else
 * comes is answered with a sentence.
 */
export function readableServer(handle: RequestListener, isHttps: boolean, wished: ServerOptions = {}): Server {
  const answering = new WeakMap<Duplex, ServerResponse>()
  const server = createServer({ ...limits, ...noUpgrades, ...wished }, (request, response) => {
    answering.set(request.socket, response)
    response.setHeader('X-Content-Type-Options', 'nosniff') // for answers that Next gives before it has asked our proxy
    const refused = refusedByHead(request)
    if (refused) return answerPlainly(response, refused, isHttps)
    dropGarbledState(request)
    if (request.headers['transfer-encoding']) limitBody(request, response, isHttps)
    handle(request, response)
  })
  server.on('checkExpectation', (_, response) => answerPlainly(response, 417, isHttps))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const response = answering.get(socket)
    const isIdle = !response || response.writableFinished || !response.headersSent
    if (error.code !== 'ECONNRESET' && socket.writable && isIdle) socket.end(plainAnswer(statusOf(error), isHttps))
    else socket.destroy()
  })
  return server
}

function statusOf({ code }: NodeJS.ErrnoException): PlainStatus {
  if (code === 'HPE_HEADER_OVERFLOW') return 431
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
}

/** Counts a body whose length was not told, and breaks it off when it becomes too large. */
function limitBody(request: IncomingMessage, response: ServerResponse, isHttps: boolean): void {
  let size = 0
  const count = (chunk: Buffer) => {
    size += chunk.length
    if (size <= largestBody || response.headersSent) return
    answerPlainly(response, 413, isHttps)
    response.once('finish', () => request.destroy())
  }
  // Listens without making the body flow: when it is read is decided by whoever answers.
  EventEmitter.prototype.on.call(request, 'data', count)
}
