import { cookies } from 'next/headers'
import { environment } from '#db/environment'
import { sessionLimits } from '#domain/sessions/limits'
import { languageCookieName, markCookieName, sessionCookieName } from './cookie-names.ts'

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
