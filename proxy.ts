import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { isForeign, securityHeaders } from '#auth/security-headers'
import { environment } from '#db/environment'

/** Security headers, and a plain no to forms and scripts of other sites. Who may do what is decided elsewhere. */
export function proxy(request: NextRequest): NextResponse {
  const { publicUrl, isHttps } = environment()
  const nonce = randomBytes(16).toString('base64')
  const headers = securityHeaders(nonce, { isHttps, isDevelopment: process.env.NODE_ENV === 'development' })
  if (isForeign(request, publicUrl)) {
    const sentence = `This request came from another site and was refused. Use Casebook at ${publicUrl}.\n`
    return new NextResponse(sentence, { status: 403, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' } })
  }
  // Next reads the nonce for its own scripts out of the policy in the request.
  const forwarded = new Headers(request.headers)
  forwarded.set('Content-Security-Policy', headers['Content-Security-Policy'] ?? '')
  // Next compares a form's origin with the host itself; the proxy in front may have replaced that, and it has just been compared here.
  const origin = request.headers.get('origin')
  if (origin && request.method === 'POST') forwarded.set('X-Forwarded-Host', new URL(origin).host)
  const response = NextResponse.next({ request: { headers: forwarded } })
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

/** Built files need no policy; `next.config.ts` marks them. */
export const config = { matcher: ['/((?!_next/static/).*)'] }
