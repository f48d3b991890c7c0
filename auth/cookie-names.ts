import { environment } from '#db/environment'

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

/** The value of a cookie in the header that carries them all; null without one. */
export function cookieIn(header: string | null | undefined, name: string): string | null {
  const start = `${name}=`
  const found = header?.split(/; */).find((part) => part.startsWith(start))
  return found === undefined ? null : found.slice(start.length)
}
