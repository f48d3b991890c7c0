import { describe, expect, it } from 'vitest'
import { type AttemptDone, groupReport } from './group-report.ts'

const task = (worth: number, wrong: AttemptDone['tasks'][string]['wrong'] = null): AttemptDone['tasks'][string] => ({
  worth,
  wrong,
  certainty: wrong ? 'certain' : 'guessing',
})
const right: AttemptDone = {
  tasks: { who: task(1) },
  looked: { opened: ['a', 'b'], narrowed: ['b'] },
  tables: { a: 'all' },
  steps: { first: 'all' },
  cited: 1,
  decoys: { guard: false },
  hints: 0,
  seconds: 600,
}
const wrong: AttemptDone = {
  ...right,
  tasks: { who: task(0.5, { kind: 'choice', of: 'wait' }) },
  looked: { opened: ['a'], narrowed: [] },
  steps: { first: 'none' },
  cited: 0,
  decoys: { guard: true },
  hints: 2,
  seconds: 1200,
}
const times = (count: number, attempt: AttemptDone) => Array.from({ length: count }, () => attempt)
const tell = (attempts: AttemptDone[]) => {
  const report = groupReport(attempts, ['a', 'b'])
  if (!report) throw new Error('too few to tell of')
  return report
}

describe('what a group did in a lab', () => {
  it('is told of ten people, and not of nine', () => {
    expect(groupReport(times(9, right), ['a'])).toBeNull()
    expect(groupReport(times(10, right), ['a'])?.people).toBe(10)
  })

  it('counts what was found, where they looked, what they cited and what misled them', () => {
    expect(tell([...times(7, right), ...times(5, wrong)])).toMatchObject({
      tasks: { who: { right: 7, worth: (7 + 2.5) / 12, wrong: [{ kind: 'choice', of: 'wait', count: 5 }] } },
      looked: 12,
      tables: { a: { opened: 12, narrowed: 0 }, b: { opened: 7, narrowed: 7 } },
      proofIn: { a: { all: 12, some: 0, none: 0 } },
      steps: { first: { all: 7, some: 0, none: 5 } },
      cited: 7 / 12,
      decoys: { guard: { count: 5, of: 12 } },
      hints: [7, 0, 5],
      certainty: [
        { certainty: 'guessing', count: 7, of: 7 },
        { certainty: 'certain', count: 0, of: 5 },
      ],
    })
  })

  it('tells the three commonest ways of being wrong, the commonest first', () => {
    const by = (count: number, kind: 'low' | 'high' | 'nothing' | 'unknowable') =>
      times(count, { ...wrong, tasks: { who: task(0, { kind }) } })
    const { who } = tell([...by(2, 'low'), ...by(5, 'high'), ...by(1, 'unknowable'), ...by(3, 'nothing')]).tasks
    expect(who?.wrong.map(({ kind, count }) => [kind, count])).toEqual([
      ['high', 5],
      ['nothing', 3],
      ['low', 2],
    ])
  })

  it('counts where they looked among those of whom it is known, and says nothing where these are too few', () => {
    const unseen: AttemptDone = { ...right, looked: null }
    expect(tell([...times(10, right), ...times(10, unseen)])).toMatchObject({ people: 20, looked: 10, tables: { b: { opened: 10 } } })
    expect(tell([...times(9, right), ...times(11, unseen)])).toMatchObject({ people: 20, looked: 9, tables: null })
  })

  it('counts decoys and proof among those whose world has them, and leaves out what too few have', () => {
    const without: AttemptDone = { ...right, decoys: {}, steps: {} }
    expect(tell([...times(10, wrong), ...times(10, without)])).toMatchObject({
      decoys: { guard: { count: 10, of: 10 } },
      steps: { first: { none: 10 } },
    })
    const { decoys, steps } = tell([...times(9, wrong), ...times(10, without)])
    expect({ decoys, steps }).toEqual({ decoys: {}, steps: {} })
  })

  it('tells the middle half of the times, whatever the slowest took', () => {
    const taking = (minutes: number): AttemptDone => ({ ...right, seconds: minutes * 60 })
    const { time } = tell([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10_000].map(taking))
    expect(time).toEqual({ lower: 3.5 * 60, median: 6 * 60, upper: 8.5 * 60 })
  })
})
