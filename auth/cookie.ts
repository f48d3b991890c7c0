import { cookies } from 'next/headers'
import { environment } from '#db/environment'
import { sessionLimits } from '#domain/sessions/limits'

/**
 * On https a cookie is bound to this host and to secure connections; plain http exists on loopback only. Cookies do not know ports: the
 * demonstration, which is served on another, has names of its own.
 */
const named = (name: string, isHttps: boolean) =>
  isHttps ? `__Host-casebook.${name}` : `casebook${environment().isDemo ? '-demo' : ''}.${name}`

export const sessionCookieName = (isHttps = environment().isHttps): string => named('session', isHttps)
/** What a browser keeps after signing in, so that guessing elsewhere does not slow its owner down. */
export const markCookieName = (isHttps = environment().isHttps): string => named('device', isHttps)
export const languageCookieName = (isHttps = environment().isHttps): string => named('language', isHttps)

const attributes = (isHttps = environment().isHttps) => ({ httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/' }) as const

/** Hands a session's token to the browser. When the session ends is decided by its row; the cookie lasts as long as one ever could. */
export async function setSessionCookie(token: string): Promise<void> {
  ;(await cookies()).set(sessionCookieName(), token, { ...attributes(), maxAge: sessionLimits.own.absolute / 1000 })
}

export async function clearSessionCookie(): Promise<void> {
  ;(await cookies()).set(sessionCookieName(), '', { ...attributes(), maxAge: 0 })
}

/** Marks the browser as one that has signed in to this account, for a year. */
export async function setMarkCookie(mark: string): Promise<void> {
  ;(await cookies()).set(markCookieName(), mark, { ...attributes(), maxAge: 365 * 86_400 })
}

/** Remembers the language somebody chose before signing in, for a year. */
export async function setLanguageCookie(language: 'en' | 'ja'): Promise<void> {
  ;(await cookies()).set(languageCookieName(), language, { ...attributes(), maxAge: 365 * 86_400 })
}
