import { cookies, headers } from 'next/headers'
import { endSession } from '#services/sessions/end-session'
import { currentCaller, currentSession } from './actor.ts'
import { authOptions, type Credentials } from './config.ts'
import { noSessionCookie, setCookies } from './cookie.ts'
import { sessionCookieName } from './cookie-names.ts'
import { exchange, keepingErrors } from './exchange.ts'
import { type AddressedDevice, deviceOf, passwordCookies } from './password.ts'

/** The device that a form answered by Next was sent from. */
export async function requestDevice(isShared = false): Promise<AddressedDevice> {
  const sent = await headers()
  return deviceOf((name) => sent.get(name), isShared)
}

/** Signs in by password and sets the cookies. @throws what `createSession` throws. */
export async function signInWithPassword(given: Credentials, isShared: boolean): Promise<void> {
  const sent = await headers()
  await setCookies(...(await passwordCookies(await currentCaller(), (name) => sent.get(name), given, isShared)))
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
  await setCookies(noSessionCookie())
}
