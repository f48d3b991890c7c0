import { describe, expect, it } from 'vitest'
import { lessonMinutes, minutesOf, quizMinutes } from './minutes.ts'
import { numberFacts } from './number-facts.ts'
import { similarity } from './similar.ts'
import type { QuizSource } from './source.ts'
import { isAttributed, isToldAsClaim, sentencesOf } from './wording.ts'

describe('minutes', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')

  it('come from the slower language', () => {
    expect(lessonMinutes({ en: words(1000), ja: '字'.repeat(500) }, { activities: 0, figures: 0 })).toBe(5)
    expect(lessonMinutes({ en: words(200), ja: '字'.repeat(3000) }, { activities: 0, figures: 0 })).toBe(6)
  })

  it('add one for something to do and half for a figure', () => {
    expect(lessonMinutes({ en: words(1000), ja: '' }, { activities: 1, figures: 2 })).toBe(7)
  })

  it('of a quiz are half of its questions', () => {
    expect([1, 5, 10].map(quizMinutes)).toEqual([0.5, 2.5, 5])
  })
})

describe('minutes of units', () => {
  const quiz = (draw: number) => ({ kind: 'quiz', quiz: { data: { draw } } }) as QuizSource

  it('are whole, at least one, and rounded once for several', () => {
    const five = quiz(5)
    expect(minutesOf([quiz(1)])).toBe(1)
    expect(minutesOf([five])).toBe(3)
    expect(minutesOf([five, quiz(5)])).toBe(5)
  })

  it('count a unit once, however many courses hold it', () => {
    const shared = quiz(8)
    expect(minutesOf([shared, quiz(4), shared])).toBe(6)
  })
})

describe('numberFacts', () => {
  it('numbers facts by the first record that states them', () => {
    const record = (...facts: string[]) => ({ kind: 'record' as const, html: '', facts })
    const parts = [
      { id: 'p1', title: '', blocks: [record('b', 'a')] },
      { id: 'p2', title: '', blocks: [record('a', 'c')] },
    ]
    expect([...numberFacts(parts)]).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 3],
    ])
  })
})

describe('similarity', () => {
  it('is 1 for the same words, whatever their case and signs, and low for other words', () => {
    expect(similarity('Which source do you ask?', 'which source do you ask')).toBe(1)
    expect(similarity('Which source do you ask?', 'Put the steps into order.')).toBeLessThan(0.2)
    expect(similarity('どの情報源に尋ねますか。', 'どの情報源に、尋ねますか')).toBeGreaterThan(0.5)
  })
})

describe('sentencesOf', () => {
  it('splits at the ends of sentences only', () => {
    expect(sentencesOf('6,506.4 a day. Is it? “Yes.” Done').map(({ text }) => text.trim())).toEqual([
      '6,506.4 a day.',
      'Is it?',
      '“Yes.”',
      'Done',
    ])
    expect(sentencesOf('警察は疑いがあるとした。「そうです。」終わり').map(({ at }) => at)).toEqual([0, 12, 19])
  })
})

describe('isAttributed', () => {
  it.each([
    ['official-allegation', 'en', 'Police allege', true],
    ['official-allegation', 'en', 'In 2016', false],
    ['media-report', 'en', 'newspapers reported', true],
    ['media-report', 'en', 'It is certain', false],
    ['law-or-standard', 'en', 'The Penal Code', true],
    ['disputed-or-corrected', 'en', 'Accounts differ', true],
    ['official-statistic', 'en', 'The sensor network recorded', true],
    ['researcher-finding', 'en', 'Researchers at LAC described', true],
    ['confirmed-by-organisation', 'en', 'JAXA said', true],
    ['confirmed-by-organisation', 'en', 'Everybody knew', false],
  ] as const)('reads %s (%s) “%s”', (status, language, words, expected) => {
    expect(isAttributed(status, false, language, words, words)).toBe(expected)
  })

  it.each([
    ['official-allegation', '警察は、男性が契約したとみています。', true],
    ['official-allegation', '警察は、男性を見つけ、男性が契約しました。', false],
    ['media-report', '不起訴としたと報じられました。', true],
    ['media-report', '不起訴になりました。', false],
    ['official-statistic', '警察庁の観測では、1日に一度でした。', true],
    ['researcher-finding', '研究者は、そう報告しました。', true],
    ['disputed-or-corrected', '時期は資料により異なります。', true],
  ] as const)('reads the whole sentence in Japanese: %s “%s”', (status, sentence, expected) => {
    expect(isAttributed(status, false, 'ja', sentence.slice(0, 3), sentence)).toBe(expected)
  })

  it('asks of our own readings that they say what could be checked', () => {
    expect(isAttributed('law-or-standard', true, 'en', 'An audit could check', 'An audit could check the register.')).toBe(true)
    expect(isAttributed('law-or-standard', true, 'en', 'The standard asks', 'The standard asks for the register.')).toBe(false)
    expect(isAttributed('law-or-standard', true, 'ja', '監査では', '監査では登記を確かめることができます。')).toBe(true)
  })
})

describe('isToldAsClaim', () => {
  it.each([
    ['en', 'The servers, they allege, were used later.', true],
    ['en', 'There was no trial and no conviction.', true],
    ['en', 'This was not confirmed.', true],
    ['en', 'The suspect used his account.', false],
    ['en', 'He gave a false name.', false],
    ['ja', '後に使われたとみています。', true],
    ['ja', '裁判も有罪判決もありません。', true],
    ['ja', '偽名を使いました。', false],
  ] as const)('reads (%s) “%s”', (language, sentence, expected) => {
    expect(isToldAsClaim(language, sentence)).toBe(expected)
  })
})
