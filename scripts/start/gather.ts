import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzip } from 'node:zlib'

/** Pages, their data and small replies: what is rendered here as a whole. Files and exports are sent as they come. */
const gathered = /^(text\/html|text\/x-component|application\/json)\b/
/** A small reply to a script arrives with its first packets either way, and compressing it costs more than sending it. */
const smallestOf = (type: string) => (type.startsWith('application/json') ? 4096 : 1024)

/** The arguments of `write` and `end`: a chunk, an encoding, a callback, each of which may be left out. */
function partsOf(given: readonly unknown[]): { chunk: Buffer | null; done: (() => void) | undefined } {
  const [first] = given
  return {
    chunk: typeof first === 'string' || first instanceof Uint8Array ? Buffer.from(first as string) : null,
    done: given.find((argument) => typeof argument === 'function') as (() => void) | undefined,
  }
}

/**
 * Gathers the pieces in which a page is written, to compress and send it as one: a page is complete within milliseconds, and each piece
 * sent by itself would be compressed, framed and handed to the kernel by itself. `tell` gets the whole before it is sent.
 */
export function gatherPieces(request: IncomingMessage, response: ServerResponse, tell: (whole: Buffer) => void = () => undefined): void {
  if (request.method === 'HEAD') return
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const [write, end, flushHeaders] = [response.write.bind(response), response.end.bind(response), response.flushHeaders.bind(response)]
  const pieces: Buffer[] = []
  const isGathered = () => !response.headersSent && gathered.test(String(response.getHeader('content-type') ?? ''))

  response.flushHeaders = () => {
    if (!isGathered()) flushHeaders()
  }
  response.write = ((...given: Parameters<typeof write>) => {
    if (!isGathered()) return write(...given)
    const { chunk, done } = partsOf(given)
    if (chunk) pieces.push(chunk)
    done?.()
    return true
  }) as typeof write
  response.end = ((...given: Parameters<typeof end>) => {
    if (!isGathered()) return end(...given)
    const { chunk, done } = partsOf(given)
    if (chunk) pieces.push(chunk)
    const whole = Buffer.concat(pieces)
    tell(whole)
    send(response, whole, takesGzip, (body) => end(body, done))
    return response
  }) as typeof end
}

function send(response: ServerResponse, whole: Buffer, takesGzip: boolean, end: (body: Buffer) => void): void {
  const finish = (body: Buffer, encoding?: string) => {
    if (response.destroyed) return
    if (encoding) response.setHeader('content-encoding', encoding)
    response.setHeader('content-length', body.length)
    end(body)
  }
  response.appendHeader('vary', 'accept-encoding')
  if (takesGzip && whole.length >= smallestOf(String(response.getHeader('content-type'))) && !response.hasHeader('content-encoding'))
    gzip(whole, { level: 5 }, (error, packed) => (error ? finish(whole) : finish(packed, 'gzip')))
  else finish(whole)
}
