import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLine, cleanProse, line, optionalLine } from './text.ts'

describe('text that people type', () => {
  test('loses what turns its direction or cannot be seen', () => {
    expect(cleanLine('Ken\u202e ataruM\u0000\u200b')).toBe('Ken ataruM')
    expect(cleanLine('  Rosa \n\t Pinto ')).toBe('Rosa Pinto')
  })

  test('keeps the scripts people write in', () => {
    for (const name of ['石田 花', 'Łukasz Żak', 'محمد', 'Zoë', 'कमला']) expect(cleanLine(name)).toBe(name.normalize('NFC'))
  })

  test('keeps the lines of prose', () => {
    expect(cleanProse('one\r\ntwo\u0007\n\nthree')).toBe('one\ntwo\n\nthree')
  })

  test('is the same when cleaned again', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => cleanLine(cleanLine(text)) === cleanLine(text)))
  })

  test('a line of nothing but invisible characters is missing', () => {
    expect(line(10).safeParse('\u200b \u202e').success).toBe(false)
    expect(optionalLine(10).parse('\u200b')).toBeNull()
    expect(line(3).safeParse('four').success).toBe(false)
  })
})
