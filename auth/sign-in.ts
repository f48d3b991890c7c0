import { cookies, headers } from 'next/headers'
import { createSession } from '#services/sessions/create-session'
import { endSession } from '#services/sessions/end-session'
import type { Device } from '#services/sessions/open-session'
import { currentCaller, currentSession } from './actor.ts'
import { authOptions, type Credentials, passwordProvider } from './config.ts'
import { clearSessionCookie, setMarkCookie, setSessionCookie } from './cookie.ts'
import { markCookieName, sessionCookieName } from './cookie-names.ts'
import { exchange } from './exchange.ts'

/** The device a form was sent from. */
export async function requestDevice(isShared = false): Promise<Device & { address: string }> {
  const sent = await headers()
  // The server process has put the client's address there itself; what a client claims does not come this far.
  return { userAgent: sent.get('user-agent') ?? '', isShared, address: sent.get('x-forwarded-for') ?? '' }
}

/** Keeps what a verb throws: next-auth would make an address of it, or a line of log; the form wants the refusal itself. */
function keepingErrors() {
  const thrown: unknown[] = []
  const keep = async <T>(act: () => Promise<T>): Promise<T | null> => {
    try {
      return await act()
    } catch (error) {
      thrown.push(error)
      return null
    }
  }
  const rethrow = () => {
    if (thrown.length > 0) throw thrown[0]
  }
  return { keep, rethrow }
}

/** Signs in by password and sets the cookie. @throws what `createSession` throws. */
export async function signInWithPassword(given: Credentials, isShared: boolean): Promise<void> {
  const caller = await currentCaller()
  const device = await requestDevice(isShared)
  const { keep, rethrow } = keepingErrors()
  const mark = (await cookies()).get(markCookieName())?.value ?? ''
  const signIn = (credentials: Credentials) =>
    keep(async () => {
      const signedIn = await createSession(caller, { ...credentials, ...device, mark })
      // On a terminal that others use, the mark would be theirs as well.
      if (!isShared) await setMarkCookie(signedIn.mark)
      return signedIn.token
    })
  const options = authOptions({ signIn, signOut: async () => undefined })
  const set = await exchange(options, ['callback', passwordProvider], { body: given })
  rethrow()
  const token = set[sessionCookieName()]
  if (!token) throw new Error('next-auth set no session cookie')
  await setSessionCookie(token)
}

/** Ends the session of this request and removes its cookie. */
export async function signOut(): Promise<void> {
  const session = await currentSession()
  if (session) {
    const name = sessionCookieName()
    const token = (await cookies()).get(name)?.value ?? ''
    const caller = await currentCaller()
    const { keep, rethrow } = keepingErrors()
    const signOut = async () => void (await keep(() => endSession(caller, { sessionId: session.actor.sessionId })))
    await exchange(authOptions({ signIn: async () => null, signOut }), ['signout'], { cookies: { [name]: token } })
    rethrow()
  }
  await clearSessionCookie()
}
