import type { IncomingMessage } from 'node:http'
import proxyAddress from 'proxy-addr'

/**
 * Rewrites what a request says of its way here, before anything reads it: one client address, found by walking back through the proxies that are
 * trusted; nothing else of what proxies or clients claim. Host and protocol are not asked for: `PUBLIC_URL` says both.
 */
export function addressRewriter(trustedProxies: string[]): (request: IncomingMessage) => void {
  const isTrusted = proxyAddress.compile(trustedProxies)
  return (request) => {
    const address = proxyAddress(request, isTrusted)
    for (const name of Object.keys(request.headers)) if (/^(x-forwarded-|forwarded$|x-real-ip$)/.test(name)) delete request.headers[name]
    request.headers['x-forwarded-for'] = address ?? ''
  }
}
