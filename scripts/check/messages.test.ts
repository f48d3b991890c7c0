import { expect, test } from 'vitest'
import { messageProblems } from './messages.ts'

test('accepts the same keys with the same placeholders, in another order and with other plurals', () => {
  const en = { quiz: { left: '{name} has {count, plural, one {# question} other {# questions}} left', link: 'See <a>this</a>' } }
  const ja = { quiz: { link: '<a>こちら</a>', left: '{name}さんの残りは{count}問です' } }
  expect(messageProblems({ en, ja })).toEqual([])
})

test('lets a language leave out a plural that only bends a word', () => {
  expect(messageProblems({ en: { a: '{n, plural, one {Source} other {Sources}}' }, ja: { a: '出典' } })).toEqual([])
})

test('names a key that one language lacks', () => {
  expect(messageProblems({ en: { a: 'A', b: { c: 'C' } }, ja: { a: 'あ', d: 'い' } })).toEqual(['en: d is missing', 'ja: b.c is missing'])
})

test('names placeholders and tags that differ', () => {
  expect(messageProblems({ en: { a: 'Hello {name}' }, ja: { a: '{namae}さん' } })).toEqual(['a: en has {name}, ja has {namae}'])
  expect(messageProblems({ en: { a: 'See <a>it</a>' }, ja: { a: 'これ' } })).toHaveLength(1)
  expect(messageProblems({ en: { a: '{n, plural, other {# {who} wait}}' }, ja: { a: '{n}' } })).toEqual(['a: en has {n, who}, ja has {n}'])
})

test('names a sentence that cannot be read', () => {
  expect(messageProblems({ en: { a: 'Hello {name' }, ja: { a: 'x' } })).toEqual(['en: a is not a valid message'])
})
