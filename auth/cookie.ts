import { cookies } from 'next/headers'
import { NextResponse } from 'next/server'
import { environment } from '#db/environment'
import { sessionLimits } from '#domain/sessions/limits'
import { languageCookieName, markCookieName, sessionCookieName } from './cookie-names.ts'

/** A cookie as it is set: for this host and its pages' requests alone, out of reach of scripts. */
export type Cookie = ReturnType<typeof cookie>

const cookie = (name: string, value: string, maxAge: number) =>
  ({ name, value, maxAge, httpOnly: true, sameSite: 'lax', secure: environment().isHttps, path: '/' }) as const

/** Hands a session's token to the browser. When the session ends is decided by its row; the cookie lasts as long as one ever could. */
export const sessionCookie = (token: string): Cookie => cookie(sessionCookieName(), token, sessionLimits.own.absolute / 1000)
export const noSessionCookie = (): Cookie => cookie(sessionCookieName(), '', 0)
/** Marks the browser as one that has signed in to this account, for a year. */
export const markCookie = (mark: string): Cookie => cookie(markCookieName(), mark, 365 * 86_400)
/** Remembers the language somebody chose before signing in, for a year. */
export const languageCookie = (language: 'en' | 'ja'): Cookie => cookie(languageCookieName(), language, 365 * 86_400)

/** Sets them with what Next answers. */
export async function setCookies(...given: Cookie[]): Promise<void> {
  const jar = await cookies()
  for (const one of given) jar.set(one)
}

/** The lines of an answer's header that set them, for what is answered without Next. */
export function linesOf(given: readonly Cookie[]): string[] {
  const answer = new NextResponse()
  for (const one of given) answer.cookies.set(one)
  return answer.headers.getSetCookie()
}
