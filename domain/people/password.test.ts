import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgePassword, normalisePassword, wordsOf } from './password.ts'

const isCommon = (password: string) => password === 'sunshine'
const judge = (password: string, ownWords: string[] = []) => judgePassword(password, { isCommon, ownWords })

describe('a password', () => {
  it('has 8 to 128 characters of any kind, each counted once', () => {
    expect(judge('kfhwqzb')).toBe('password_too_short')
    expect(judge('kfhwqzbx')).toBeNull()
    expect(judge('🦔🌂🪨🧵🪜🧭')).toBe('password_too_short')
    expect(judge('🦔🌂🪨🧵🪜🧭🪕🧊')).toBeNull()
    expect(judge('  spaces are characters  ')).toBeNull()
    expect(judge('電柱と羊羹と三角定規')).toBeNull()
    expect(judge('x1'.padEnd(128, 'pqrst'))).toBeNull()
    expect(judge('x1'.padEnd(129, 'pqrst'))).toBe('password_too_long')
  })

  it('is none of those tried first, however it is capitalised', () => {
    expect(judge('sunshine')).toBe('password_common')
    expect(judge('SunShine')).toBe('password_common')
    for (const repeated of ['zzzzzzzzzz', 'xyxyxyxyx', 'ままままままままま']) expect(judge(repeated)).toBe('password_common')
  })

  it('is not mostly a name, an address or the organisation', () => {
    const own = ['Aoi Tanaka', 'aoi.tanaka@kitahama.example', 'Kitahama Instruments'].flatMap(wordsOf)
    for (const near of ['Kitahama', 'kitahama2026', 'tanakaaoi1', 'KITAHAMA-aoi', 'aoi.tanaka@kitahama.example!'])
      expect(judge(near, own), near).toBe('password_personal')
    expect(judge('kitahama stapler cloud', own)).toBeNull()
    expect(judge('stapler cloud ferry', own)).toBeNull()
  })

  it('is judged as it will be hashed: full width or not is one password', () => {
    expect(normalisePassword('ｋｆｈｗｑｚｂｘ')).toBe('kfhwqzbx')
    expect(judge('ｓｕｎｓｈｉｎｅ')).toBe('password_common')
    assert(property(string({ unit: 'grapheme', maxLength: 200 }), (text) => judge(text) === judge(normalisePassword(text))))
  })
})
