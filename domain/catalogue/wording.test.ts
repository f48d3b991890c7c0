import { expect, test } from 'vitest'
import { sentencesOf } from './wording.ts'

const textsOf = (text: string) => sentencesOf(text).map((sentence) => sentence.text.trim())

test('a sentence ends at its mark, not at a decimal point', () => {
  expect(textsOf('It was 6,506.4 a day. “Was it?” Yes!')).toEqual(['It was 6,506.4 a day.', '“Was it?”', 'Yes!'])
  expect(textsOf('警察が発表した。「本当ですか。」はい')).toEqual(['警察が発表した。', '「本当ですか。」', 'はい'])
})

test('a sentence ends with its paragraph, list item or cell, with a mark or without', () => {
  const text = 'one thing\nanother thing.\n\nthe last'
  expect(textsOf(text)).toEqual(['one thing', 'another thing.', 'the last'])
  for (const { text: sentence, at } of sentencesOf(text)) expect(text.slice(at, at + sentence.length)).toBe(sentence)
})
