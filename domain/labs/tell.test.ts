import { describe, expect, it } from 'vitest'
import { weekdaysIn } from './calendar.ts'
import { conditionInWords, responseInWords, tellerOf } from './tell.ts'
import type { ColumnKind, Condition } from './types.ts'

const teller = (language: 'en' | 'ja') => tellerOf({ z: 'main door' }, weekdaysIn(language))
const told = (kind: ColumnKind, condition: object) =>
  conditionInWords({ column: 'x', ...condition } as Condition, { title: 'Column', kind }, teller('en'))

describe('a cell in words', () => {
  it('has its weekday where it is a day or a time, in the language of the reader', () => {
    expect(teller('en').cell('2024-06-03T23:10', 'time')).toBe('2024-06-03 23:10 Mon')
    expect(teller('ja').cell('2024-06-09', 'day')).toBe('2024-06-09 日')
    expect(teller('en').cell('2024-06-03', 'text')).toBe('2024-06-03')
    expect(teller('en').cell(null, 'time')).toBe('')
    expect(teller('en').cell('z', 'word')).toBe('main door')
  })
})

describe('a condition in words', () => {
  it.each<[string, ColumnKind, object]>([
    ['Column: main door', 'word', { is: 'z' }],
    ['Column: –', 'word', { is: null }],
    ['Column: main door, a', 'word', { in: ['z', 'a'] }],
    ['Column: …B-…', 'text', { has: 'B-' }],
    ['Column: 2 – 4', 'number', { from: 2, to: 4 }],
    ['Column: ≥ 2', 'number', { from: 2 }],
    ['Column: ≤ 0', 'number', { to: 0 }],
    ['Column: 2024-06-03 Mon – 2024-06-04 Tue', 'day', { from: '2024-06-03', to: '2024-06-04' }],
    ['Column: 22:00–05:59', 'time', { hours: { from: 22, to: 5 } }],
    ['Column: Mon, Sat, Sun', 'time', { weekdays: [0, 6, 1] }],
  ])('is “%s”', (words, kind, condition) => {
    expect(told(kind, condition)).toBe(words)
  })
})

describe('a response in words', () => {
  const known = {
    words: { prompt: '', short: '', settings: { threshold: 'Files, more than' } },
    values: {},
    row: (id: string) => id,
    amount: (number: number) => number.toLocaleString('en'),
  }

  it('has the settings of a rule as numbers are written', () => {
    expect(responseInWords({ rule: { threshold: 1_200, window: 1 } }, known)).toEqual({ lines: ['Files, more than: 1,200', 'window: 1'] })
  })
})
