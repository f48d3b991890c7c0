import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Question, QuizUnit } from '#domain/catalogue/types'
import { inLanguage } from '../ui/words.tsx'
import { Findings } from './findings.tsx'
import { QuizSheet } from './quiz-sheet.tsx'
import { UnitList } from './unit-list.tsx'

const drawn = (element: ReactElement, language: 'en' | 'ja' = 'en') => inLanguage(language, () => renderToStaticMarkup(element))
const plain = (markup: string) => markup.replaceAll(/<[^>]*>/gu, '|').replaceAll(/\|+/gu, '|')
const both = (words: string) => ({ en: words, ja: `${words}（日）` })
const choices = (ids: string[]) => ids.map((id) => ({ id, text: both(`choice ${id}`), why: both(`because ${id}`) }))

const base = { difficulty: 2 as const, objective: 'check-first', facts: ['rentals'] }
const questions: Question[] = [
  { ...base, id: 'one', kind: 'one-choice', prompt: both('Which one?'), choices: choices(['a', 'b']), correct: ['b'] },
  { ...base, id: 'row', kind: 'order', prompt: both('Which first?'), choices: choices(['c', 'd']), correct: ['c', 'd'] },
  {
    ...base,
    id: 'pairs',
    kind: 'match',
    prompt: both(''),
    choices: choices(['e', 'f']),
    targets: [
      { id: 'x', text: both('first place') },
      { id: 'y', text: both('second place') },
    ],
    correct: { e: 'y', f: 'x' },
  },
]
const quiz: QuizUnit = {
  kind: 'quiz',
  id: 'quiz',
  hash: '',
  title: both('A quiz'),
  minutes: 3,
  draw: 1,
  masteryScore: 0.8,
  attempts: 3,
  pauseDays: 1,
  feedback: 'each',
  questions,
}

describe('a quiz for who writes it', () => {
  const sheet = (language: 'en' | 'ja') =>
    drawn(<QuizSheet quiz={quiz} language={language} facts={{}} objectives={new Map([['check-first', both('Check first.')]])} />, language)

  it('says what is asked, how, for what, and how much of it is enough', () => {
    const words = plain(sheet('en'))
    expect(words).toContain('1 of these 3 questions are asked in an attempt, with their choices mixed; 80 % is enough to pass.')
    expect(words).toContain('|1 · One choice · Difficulty 2 of 3 · |one|Which one?|')
    expect(words).toContain('|Check first.|')
  })

  it('shows which choice is correct, and explains each', () => {
    const words = plain(sheet('en'))
    expect(words).toContain('|1|choice a|because a|2|choice b|Correct|because b|')
    expect(words).toContain('|choice e|Correct: second place|because e|')
    expect(words.match(/\|Correct\|/gu)).toHaveLength(1)
    expect(plain(sheet('ja'))).toContain('|choice b（日）|正しい|because b（日）|')
  })

  it('shows the places of an order as they are right', () => {
    expect(plain(sheet('en'))).toContain('|1|choice c|because c|2|choice d|because d|')
  })

  it('says where words are not written yet', () => {
    expect(plain(sheet('en'))).toContain('|pairs|No text yet|')
  })
})

describe('findings', () => {
  const problem = { file: 'content/units/one/lesson.en.md', line: 7, reason: 'unknown directive “recrd”' }

  it('stand as the check says them, with file and line', () => {
    const words = plain(drawn(<Findings of="here" problems={[problem]} warnings={[]} isWhole elsewhere={{ count: 2, href: '/all' }} />))
    expect(words).toBe('|On this page: 1 problem|content/units/one/lesson.en.md:7:| unknown directive “recrd”|2 problems elsewhere|')
  })

  it('say so when there are none, and when not everything could be looked at', () => {
    expect(plain(drawn(<Findings of="inContent" problems={[]} warnings={[]} isWhole />))).toBe('|In all content: no problems|')
    expect(plain(drawn(<Findings of="here" problems={[]} warnings={[problem]} isWhole={false} />))).toMatch(
      /only units that can be read.*\|1 warning\|/u,
    )
  })
})

it('a list of units names one that cannot be read by its id, with its problems in words', () => {
  const rows = [
    { id: 'quiz', unit: quiz, href: '/quiz', problems: 0 },
    { id: 'torn', unit: null, href: '/torn', problems: 2 },
  ]
  expect(plain(drawn(<UnitList units={rows} language="en" />))).toBe('|A quiz| |Quiz, 3 minutes|torn| |2 problems|')
})
