import type { Caller } from '#services/caller'
import { createSession } from '#services/sessions/create-session'
import type { Device } from '#services/sessions/open-session'
import { authOptions, type Credentials, passwordProvider } from './config.ts'
import { type Cookie, markCookie, sessionCookie } from './cookie.ts'
import { cookieIn, markCookieName, sessionCookieName } from './cookie-names.ts'
import { exchange, keepingErrors } from './exchange.ts'

/** Signing in by password, apart from who takes the request in: Next, or the process that serves, without it. */

type Header = (name: string) => string | null

export type AddressedDevice = Device & { address: string }

/** The device a form was sent from. */
export const deviceOf = (header: Header, isShared: boolean): AddressedDevice => ({
  userAgent: header('user-agent') ?? '',
  isShared,
  // The server process has put the client's address there itself; what a client claims does not come this far.
  address: header('x-forwarded-for') ?? '',
})

/** Signs in by password. @returns the cookies to set @throws what `createSession` throws */
export async function passwordCookies(caller: Caller, header: Header, given: Credentials, isShared: boolean): Promise<Cookie[]> {
  const mark = cookieIn(header('cookie'), markCookieName()) ?? ''
  const marks: Cookie[] = []
  const { keep, rethrow } = keepingErrors()
  const signIn = (credentials: Credentials) =>
    keep(async () => {
      const signedIn = await createSession(caller, { ...credentials, ...deviceOf(header, isShared), mark })
      // On a terminal that others use, the mark would be theirs as well.
      if (!isShared) marks.push(markCookie(signedIn.mark))
      return signedIn.token
    })
  const options = authOptions({ signIn, signOut: async () => undefined })
  const set = await exchange(options, ['callback', passwordProvider], { body: given })
  rethrow()
  const token = set[sessionCookieName()]
  if (!token) throw new Error('next-auth set no session cookie')
  return [sessionCookie(token), ...marks]
}
