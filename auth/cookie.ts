import { cookies } from 'next/headers'
import { environment } from '#db/environment'
import { sessionLimits } from '#domain/sessions/limits'

/** On https a cookie is bound to this host and to secure connections; plain http exists on loopback only. */
const named = (name: string, isHttps: boolean) => (isHttps ? `__Host-casebook.${name}` : `casebook.${name}`)

export const sessionCookieName = (isHttps = environment().isHttps): string => named('session', isHttps)
export const languageCookieName = (isHttps = environment().isHttps): string => named('language', isHttps)

const attributes = (isHttps = environment().isHttps) => ({ httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/' }) as const

/** Hands a session's token to the browser. When the session ends is decided by its row; the cookie lasts as long as one ever could. */
export async function setSessionCookie(token: string): Promise<void> {
  ;(await cookies()).set(sessionCookieName(), token, { ...attributes(), maxAge: sessionLimits.own.absolute / 1000 })
}

export async function clearSessionCookie(): Promise<void> {
  ;(await cookies()).set(sessionCookieName(), '', { ...attributes(), maxAge: 0 })
}

/** Remembers the language somebody chose before signing in, for a year. */
export async function setLanguageCookie(language: 'en' | 'ja'): Promise<void> {
  ;(await cookies()).set(languageCookieName(), language, { ...attributes(), maxAge: 365 * 86_400 })
}
