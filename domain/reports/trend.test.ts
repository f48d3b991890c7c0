import { expect, test } from 'vitest'
import { noCounts } from './counts.ts'
import { marksOf, peoplePerMark } from './marks.ts'
import { sinceFirst, type TrendValue, trendPoints } from './trend.ts'

test('points stand a week apart at the same hour, over daylight saving too', () => {
  const points = trendPoints(new Date('2026-11-03T08:00:00Z'), 2, 'Europe/Berlin')
  expect(points.map(({ at, day }) => [at.toISOString(), day])).toEqual([
    ['2026-10-20T07:00:00.000Z', '2026-10-20'],
    ['2026-10-27T08:00:00.000Z', '2026-10-27'],
    ['2026-11-03T08:00:00.000Z', '2026-11-03'],
  ])
})

test('a trend begins a week before the first enrolment, and has two points at least', () => {
  const value = (assigned: number): TrendValue => ({ at: new Date(0), day: '2026-11-03', assigned, done: 0, overdue: 0 })
  const from = (...assigned: number[]) => sinceFirst(assigned.map(value)).map((point) => point.assigned)
  expect(from(0, 0, 0, 3, 4)).toEqual([0, 3, 4])
  expect(from(1, 2, 3)).toEqual([1, 2, 3])
  expect(from(0, 0, 5)).toEqual([0, 5])
  expect(from(0, 0, 0)).toEqual([0, 0, 0])
})

test('a mark stands for one person until a group is too large, then for a round number', () => {
  expect([0, 1, 250, 251, 500, 501, 2_400, 10_000].map((people) => peoplePerMark(people))).toEqual([1, 1, 1, 2, 2, 5, 10, 50])
})

test('whoever there is has a mark, however large the group; who left has none', () => {
  const counts = { ...noCounts, completed: 960, waived: 40, overdue: 3, left: 50, paused: 10, due_later: 120, started: 20 }
  expect(marksOf(counts, 20)).toEqual({ perMark: 20, done: 50, started: 1, waiting: 6, overdue: 1 })
  expect(marksOf(counts, 1)).toEqual({ perMark: 1, done: 1000, started: 20, waiting: 110, overdue: 3 })
})
