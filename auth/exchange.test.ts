import { describe, expect, it, vi } from 'vitest'

vi.stubEnv('CASEBOOK_SECRET', 'a secret that is only used by this test')
const { authOptions, passwordProvider } = await import('./config.ts')
const { sessionCookieName } = await import('./cookie-names.ts')
const { exchange } = await import('./exchange.ts')

const name = sessionCookieName()
const given = { identifier: 'aoi@kitahama.example', password: 'stapler cloud ferry' }
const signIn = vi.fn(async ({ password }: typeof given) => (password === given.password ? 'opaque-token' : null))
const signOut = vi.fn(async () => undefined)
const options = authOptions({ signIn, signOut })

describe('next-auth', () => {
  it('sets no session cookie when the verb gives no token', async () => {
    const cookies = await exchange(options, ['callback', passwordProvider], { body: { ...given, password: 'wrong' } })
    expect(cookies[name]).toBeUndefined()
  })

  it('sets the opaque token itself as the cookie', async () => {
    const cookies = await exchange(options, ['callback', passwordProvider], { body: given })
    expect(cookies[name]).toBe('opaque-token')
    expect(signIn).toHaveBeenLastCalledWith(given)
  })

  it('ends the session and empties the cookie at sign-out', async () => {
    const cookies = await exchange(options, ['signout'], { cookies: { [name]: 'opaque-token' } })
    expect(signOut).toHaveBeenCalledOnce()
    expect(cookies[name]).toBe('')
  })
})

describe('the session cookie', () => {
  it('is bound to the host on https, and plainly named on loopback', () => {
    expect(sessionCookieName(true)).toBe('__Host-casebook.session')
    expect(sessionCookieName(false)).toBe('casebook.session')
  })
})
