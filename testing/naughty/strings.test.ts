import { expect, test } from 'vitest'
import { naughty, naughtyStrings, written } from './strings.ts'

test('there are enough texts, of every kind, and each once', () => {
  expect(naughtyStrings.length).toBeGreaterThanOrEqual(800)
  expect(new Set(naughtyStrings).size).toBe(naughtyStrings.length)
  for (const [kind, texts] of Object.entries(naughty)) expect(texts.length, kind).toBeGreaterThanOrEqual(8)
})

test('they hold what each kind is there for', () => {
  const some = (pattern: RegExp) => naughtyStrings.filter((text) => pattern.test(text)).length
  expect(some(/\0/)).toBeGreaterThan(3)
  expect(some(/\p{Cs}/u)).toBeGreaterThan(3)
  expect(some(/[\u202a-\u202e\u2066-\u2069]/u)).toBeGreaterThan(3)
  expect(some(/\u200d/)).toBeGreaterThan(3)
  expect(some(/^[=+\-@\t\r＝＋－＠]/u)).toBeGreaterThan(50)
  expect(some(/\r\n/)).toBeGreaterThan(5)
  expect(some(/<script/i)).toBeGreaterThan(20)
  expect(naughtyStrings.some((text) => text !== text.normalize('NFC'))).toBe(true)
  expect(Math.max(...naughtyStrings.map(({ length }) => length))).toBeGreaterThan(20_000)
})

test('a name for each can be read', () => {
  expect(written('a\0b')).toBe('"a\\u0000b"')
  expect(written('\u202ea')).toBe('"\\u{202e}a"')
  for (const text of naughtyStrings) expect(written(text)).toMatch(/^[\p{L}\p{N}\p{P}\p{S} ]{2,140}$/u)
})
