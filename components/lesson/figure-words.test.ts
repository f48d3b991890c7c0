import { describe, expect, it } from 'vitest'
import { amount, period, share } from './figure-words.ts'

describe('words in figures', () => {
  it('put the unit after the number, in Japanese without a space', () => {
    expect(amount(8122, 'people', 'en')).toBe('8,122 people')
    expect(amount(6506.4, '件', 'ja')).toBe('6,506.4件')
  })

  it('tell a share in whole per cent, and never call something nothing', () => {
    expect([share(1, 4, 'en'), share(1, 1000, 'en'), share(0, 4, 'en')]).toEqual(['25%', '< 1%', '0%'])
  })

  it('tell a time as exactly as it is known', () => {
    expect(period('2019-03-18', '2019-06', 'en')).toBe('18 March 2019 to June 2019')
    expect(period('2019', undefined, 'ja')).toBe('2019年')
  })
})
