import { describe, expect, it } from 'vitest'
import { naughtyStrings, written } from '#testing/naughty/strings'
import { isCommonPassword } from './common-passwords.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'

describe('a stored password', () => {
  it('is refused when it is another, or when there is none', async () => {
    const hash = await hashPassword('stapler cloud ferry')
    expect(await verifyPassword('stapler cloud Ferry', hash)).toBe(false)
    expect(await verifyPassword('', hash)).toBe(false)
    expect(await verifyPassword('stapler cloud ferry', null)).toBe(false)
  })

  it('is known again, in whichever width it is typed', async () => {
    const hash = await hashPassword('電柱と羊羹ABC')
    expect(await verifyPassword('電柱と羊羹ABC', hash)).toBe(true)
    expect(await verifyPassword('電柱と羊羹ＡＢＣ', hash)).toBe(true)
  })

  it('may be any text at all, and no other is taken for it', async () => {
    const some = naughtyStrings.filter((text, index) => index % 40 === 0 && text.length < 1000)
    expect(some.length).toBeGreaterThan(25)
    for (const text of some) {
      const hash = await hashPassword(text)
      expect(await verifyPassword(text, hash), written(text)).toBe(true)
      expect(await verifyPassword(`${text}.`, hash), written(text)).toBe(false)
    }
  })

  it('says how it was made, with a salt of its own', async () => {
    const [first, second] = await Promise.all([hashPassword('stapler cloud ferry'), hashPassword('stapler cloud ferry')])
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(first).not.toBe(second)
  })

  it('is never taken on faith: an unknown form is an error', async () => {
    await expect(verifyPassword('x', 'plain text')).rejects.toThrow('unknown form')
  })
})

describe('the commonest passwords', () => {
  it('are more than 3,000 of those long enough', () => {
    for (const password of ['password', '12345678', 'iloveyou', 'qwertyuiop', 'password1', 'football'])
      expect(isCommonPassword(password), password).toBe(true)
    expect(isCommonPassword('stapler cloud ferry')).toBe(false)
  })
})
