import { describe, expect, test } from 'vitest'
import { isDay } from './calendar.ts'

describe('a day', () => {
  test.each(['1900-01-01', '2026-11-27', '2028-02-29', '2999-12-31'])('%s is one', (text) => expect(isDay(text)).toBe(true))
  test.each([
    '',
    '2026-11-31',
    '2026-02-29',
    '2026-1-1',
    '20261127',
    '0000-01-01',
    '1899-12-31',
    '9999-12-31',
    '10000-01-01',
    '２０２６-11-27',
  ])('%s is none', (text) => expect(isDay(text)).toBe(false))
})
