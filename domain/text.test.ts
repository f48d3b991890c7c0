import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { written } from '#testing/naughty/strings'
import { cleanLine, cleanProse, contentId, line, optionalLine, words } from './text.ts'

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
    for (const nothing of ['\u3164', '\u115f', '\u2800', '\u00ad', '\u200d', '\ufe0f', '\u{e0061}', '\u2800 \u3164']) {
      expect(line(10).safeParse(nothing).success, written(nothing)).toBe(false)
      expect(line(10).parse(`a${nothing}b`)).toHaveLength(nothing.length + 2)
    }
    expect(optionalLine(10).parse('\u200b')).toBeNull()
    expect(line(3).safeParse('four').success).toBe(false)
  })

  test('words to look for are cleaned like what they are looked for in', () => {
    expect(words(10).parse(' Mu\u0308ller\u0000 ')).toBe('Müller')
    expect(words(10).parse('')).toBe('')
    expect(words(3).safeParse('four').success).toBe(false)
  })

  test('an id of content is nothing else', () => {
    for (const id of ['five-rentals', 'p2', '1']) expect(contentId.parse(id)).toBe(id)
    for (const id of ['', 'a b', 'a/b', 'a\u0000', 'é', 'a'.repeat(121)]) expect(contentId.safeParse(id).success, written(id)).toBe(false)
  })
})
