import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrderOfNeed, nextUnit, type UnitProgress } from './next-step.ts'

const day = (number: number) => new Date(Date.UTC(2026, 10, number))
const unit = (id: string, more: Partial<UnitProgress> = {}): UnitProgress => ({
  id,
  isComplete: false,
  touchedAt: null,
  pausedUntil: null,
  ...more,
})

describe('the order of enrolments', () => {
  it('is overdue, due soon, due later, started without a date, untouched without a date', () => {
    const rows = [
      { id: 'none', enrolledAt: day(1), startedAt: null, dueAt: null },
      { id: 'later', enrolledAt: day(1), startedAt: day(2), dueAt: day(30) },
      { id: 'started', enrolledAt: day(5), startedAt: day(6), dueAt: null },
      { id: 'overdue', enrolledAt: day(1), startedAt: null, dueAt: day(10) },
      { id: 'soon', enrolledAt: day(1), startedAt: null, dueAt: day(24) },
    ]
    expect(inOrderOfNeed(rows).map((row) => row.id)).toEqual(['overdue', 'soon', 'later', 'started', 'none'])
  })

  it('does not depend on the order given', () => {
    const moment = fc.date({ min: day(1), max: day(28), noInvalidDate: true })
    const row = fc.record({ enrolledAt: moment, startedAt: fc.option(moment), dueAt: fc.option(moment) })
    const rows = fc.uniqueArray(row, { selector: ({ enrolledAt }) => enrolledAt.getTime() })
    fc.assert(
      fc.property(rows, (any) => {
        expect(inOrderOfNeed(any.toReversed())).toEqual(inOrderOfNeed(any))
      }),
    )
  })
})

describe('the next unit', () => {
  it('is none when all are complete', () => {
    expect(nextUnit([])).toBeNull()
    expect(nextUnit([unit('a', { isComplete: true })])).toBeNull()
  })

  it('is where one stopped, else the first that is open', () => {
    const units = [
      unit('a', { isComplete: true, touchedAt: day(9) }),
      unit('b'),
      unit('c', { touchedAt: day(3) }),
      unit('d', { touchedAt: day(5) }),
    ]
    expect(nextUnit(units)?.id).toBe('d')
    expect(nextUnit(units.slice(0, 2))?.id).toBe('b')
  })

  it('is a paused quiz only when nothing else is left', () => {
    const paused = unit('quiz', { touchedAt: day(9), pausedUntil: day(10) })
    expect(nextUnit([unit('lesson'), paused])?.id).toBe('lesson')
    expect(nextUnit([unit('lesson', { isComplete: true }), paused])?.id).toBe('quiz')
  })
})
