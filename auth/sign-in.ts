import { cookies, headers } from 'next/headers'
import { createSession } from '#services/sessions/create-session'
import { endSession } from '#services/sessions/end-session'
import type { Device } from '#services/sessions/open-session'
import { currentCaller, currentSession } from './actor.ts'
import { authOptions, passwordProvider } from './config.ts'
import { clearSessionCookie, sessionCookieName, setSessionCookie } from './cookie.ts'
import { exchange } from './exchange.ts'

/** The device a form was sent from. */
export async function requestDevice(isShared = false): Promise<Device> {
  return { userAgent: (await headers()).get('user-agent') ?? '', isShared }
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
export async function signInWithPassword(given: { email: string; password: string }, isShared: boolean): Promise<void> {
  const caller = await currentCaller()
  const device = await requestDevice(isShared)
  const { keep, rethrow } = keepingErrors()
  const signIn = (credentials: typeof given) => keep(async () => (await createSession(caller, { ...credentials, ...device })).token)
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
