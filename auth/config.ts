import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { environment, secretOf } from '#db/environment'
import { sessionLimits } from '#domain/sessions/limits'
import { sessionCookieName } from './cookie-names.ts'

/** What somebody signs in with: an e-mail address or an employee number, and the password. */
export type Credentials = Record<'identifier' | 'password', string>

/** What our verbs do when next-auth signs somebody in or out. */
export interface Verbs {
  /** The token of a new session, or null. */
  signIn(credentials: Credentials): Promise<string | null>
  signOut(): Promise<void>
}

/** The provider's id, as in next-auth's address `/callback/password`. */
export const passwordProvider = 'password'

/**
 * next-auth as this product uses it: its token is not a JWT but the opaque token of a row in `sessions`, neither wrapped nor signed
 * (it is 256 random bits), so that a session ends when its row does.
 */
export function authOptions(verbs: Verbs): AuthOptions {
  const { isHttps } = environment()
  return {
    secret: secretOf(),
    useSecureCookies: isHttps,
    providers: [
      CredentialsProvider({
        id: passwordProvider,
        credentials: { identifier: { type: 'text' }, password: { type: 'password' } },
        authorize: async (given) => {
          const token = await verbs.signIn({ identifier: given?.identifier ?? '', password: given?.password ?? '' })
          return token ? { id: token } : null
        },
      }),
    ],
    session: { strategy: 'jwt', maxAge: sessionLimits.own.absolute / 1000 },
    jwt: {
      encode: async ({ token }) => token?.sub ?? '',
      decode: async ({ token }) => (token ? { sub: token } : null),
    },
    events: { signOut: () => verbs.signOut() },
    cookies: {
      sessionToken: { name: sessionCookieName(isHttps), options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps } },
    },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
  }
}
