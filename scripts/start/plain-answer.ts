import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import { securityHeaders } from '#auth/security-headers'
import en from '#messages/en' with { type: 'json' }
import ja from '#messages/ja' with { type: 'json' }

const reasons = { 400: 'malformed', 405: 'method', 408: 'tooSlow', 413: 'tooLarge', 417: 'malformed', 431: 'headTooLarge' } as const
export type PlainStatus = keyof typeof reasons

/** Who is asking is not known yet, so the sentence stands in both languages. */
const sentence = (status: PlainStatus) => `${en.unread[reasons[status]]}\n${ja.unread[reasons[status]]}\n`

function headersOf(status: PlainStatus, isHttps: boolean): Record<string, string> {
  return {
    ...securityHeaders('', { isHttps, isDevelopment: false }),
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(sentence(status))),
    'Cache-Control': 'no-store',
    // Whoever still sends a body would be cut off and never read this: the rest is taken in and dropped, as long as requests may take.
    ...(status !== 413 && { Connection: 'close' }),
    ...(status === 405 && { Allow: 'GET, HEAD, POST' }),
  }
}

/** Answers a request that goes no further. */
export function answerPlainly(response: ServerResponse, status: PlainStatus, isHttps: boolean, more: Record<string, string> = {}): void {
  response.writeHead(status, { ...headersOf(status, isHttps), ...more })
  response.end(sentence(status))
}

/** Next refuses a method that an address has no use for without a word: here it is told. */
export function tellRefusedMethod({ method }: IncomingMessage, response: ServerResponse, isHttps: boolean): void {
  const end = response.end.bind(response)
  response.end = ((...given: Parameters<typeof end>) => {
    const isSilent = response.statusCode === 405 && !response.headersSent && (given[0] === undefined || typeof given[0] === 'function')
    if (!isSilent) return end(...given)
    answerPlainly(response, 405, isHttps, { Allow: method === 'POST' ? 'GET, HEAD' : 'POST' })
    return response
  }) as typeof end
}

/** The same for a request that never became one, as bytes. */
export function plainAnswer(status: PlainStatus, isHttps: boolean): string {
  const lines = Object.entries(headersOf(status, isHttps)).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', sentence(status)].join('\r\n')
}
