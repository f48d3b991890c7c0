import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isForeign, securityHeaders } from '#auth/security-headers'
import type { Environment } from '#db/environment'

/**
 * Puts the security headers on every answer, and gives a plain no to forms and scripts of other sites. Who may do what is decided
 * elsewhere. Returns whether the request may go on.
 */
export function guardOf({ publicUrl, isHttps }: Pick<Environment, 'publicUrl' | 'isHttps'>, isDevelopment: boolean) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const headers = securityHeaders(randomBytes(16).toString('base64'), { isHttps, isDevelopment })
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    // Next reads the nonce for its own scripts out of the policy in the request.
    request.headers['content-security-policy'] = headers['Content-Security-Policy']
    const { method = 'GET', headers: given } = request
    const get = (name: string) => (given[name] === undefined ? null : String(given[name]))
    if (isForeign({ method, headers: { get } }, publicUrl)) {
      response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' })
      response.end(`This request came from another site and was refused. Use Casebook at ${publicUrl}.\n`)
      return false
    }
    // Next compares a form's origin with the host itself; the proxy in front may have replaced that, and it has just been compared here.
    if (given.origin && method === 'POST') given['x-forwarded-host'] = new URL(given.origin).host
    return true
  }
}
