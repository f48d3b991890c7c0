import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfDay } from '../calendar.ts'
import { type EnrolmentState, statuses, statusOf } from './status.ts'

const tokyo = 'Asia/Tokyo'
const now = new Date('2026-11-24T00:00:00Z') // 9:00 on 24 November in Tokyo
const open: EnrolmentState = { closedAs: null, dueAt: null, deactivatedAt: null, leaves: [] }
const late: EnrolmentState = { ...open, dueAt: endOfDay('2026-11-20', tokyo) }
const away = { startsOn: '2026-11-24', endsOn: '2026-11-24' }
const statusIn = (state: EnrolmentState, at = now) => statusOf(state, at, tokyo)

describe('first that fits', () => {
  test('a completion or a waiver outlasts leaving, leave and lateness', () => {
    const worst = { ...late, deactivatedAt: now, leaves: [away] }
    expect(statusIn({ ...worst, closedAs: 'completed' })).toBe('completed')
    expect(statusIn({ ...worst, closedAs: 'waived' })).toBe('waived')
  })
  test('who left is neither on leave nor overdue', () => {
    expect(statusIn({ ...late, deactivatedAt: now, leaves: [away] })).toBe('left')
  })
  test('nobody on leave is overdue', () => expect(statusIn({ ...late, leaves: [away] })).toBe('paused'))
  test('who will leave later has not left', () => {
    expect(statusIn({ ...late, deactivatedAt: new Date(now.getTime() + 1) })).toBe('overdue')
  })
  test('without a date it is due later for ever', () => expect(statusIn(open, new Date('2999-01-01'))).toBe('due_later'))
  test('cancelled is not assigned', () => {
    expect(statusIn({ ...late, closedAs: 'cancelled' })).toBe('cancelled')
    expect(statuses).not.toContain('cancelled')
  })
})

describe('the edges of days, in the zone of the organisation', () => {
  test('overdue begins after the last millisecond of the due day', () => {
    const end = endOfDay('2026-11-20', tokyo)
    expect(statusIn(late, end)).toBe('due_later')
    expect(statusIn(late, new Date(end.getTime() + 1))).toBe('overdue')
  })
  test('leave holds from the first to the last moment of its days', () => {
    const state = { ...late, leaves: [away] }
    const [first, last] = [new Date('2026-11-23T15:00:00Z'), new Date('2026-11-24T14:59:59.999Z')]
    expect(statusIn(state, new Date(first.getTime() - 1))).toBe('overdue')
    expect(statusIn(state, first)).toBe('paused')
    expect(statusIn(state, last)).toBe('paused')
    expect(statusIn(state, new Date(last.getTime() + 1))).toBe('overdue')
  })
})

const day = fc.integer({ min: 0, max: 800 }).map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10))
const instant = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-03-01'), noInvalidDate: true })
const zone = fc.constantFrom(tokyo, 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'UTC')
const history = fc.record<EnrolmentState>({
  closedAs: fc.constantFrom('completed', 'waived', 'cancelled', null, null, null),
  dueAt: fc.option(instant),
  deactivatedAt: fc.option(instant),
  leaves: fc.array(
    fc.tuple(day, day).map((days) => {
      const [startsOn = '', endsOn = ''] = days.sort()
      return { startsOn, endsOn }
    }),
    { maxLength: 3 },
  ),
})

describe('over random histories', () => {
  test('every assigned enrolment has exactly one status', () => {
    fc.assert(
      fc.property(history, instant, zone, (state, at, timeZone) => {
        const status = statusOf(state, at, timeZone)
        expect(status === 'cancelled').toBe(state.closedAs === 'cancelled')
        if (status !== 'cancelled') expect(statuses.filter((name) => name === status)).toHaveLength(1)
      }),
    )
  })

  test('assigned is the sum of the six, for every group and the whole', () => {
    const group = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(fc.array(fc.tuple(group, history), { maxLength: 60 }), instant, zone, (enrolments, at, timeZone) => {
        const count = (rows: typeof enrolments) => rows.map(([, state]) => statusOf(state, at, timeZone))
        const six = (rows: typeof enrolments) =>
          statuses.reduce((sum, status) => sum + count(rows).filter((found) => found === status).length, 0)
        const assigned = enrolments.filter(([, state]) => state.closedAs !== 'cancelled')
        const perGroup = ['a', 'b', 'c'].map((name) => six(enrolments.filter(([own]) => own === name)))
        expect(six(enrolments)).toBe(assigned.length)
        expect(perGroup.reduce((sum, part) => sum + part, 0)).toBe(assigned.length)
      }),
    )
  })

  test('what is overdue stays overdue until somebody acts, leave or departure begins', () => {
    fc.assert(
      fc.property(history, instant, fc.nat(400), zone, (state, at, days, timeZone) => {
        fc.pre(statusOf(state, at, timeZone) === 'overdue')
        const later = new Date(at.getTime() + days * 86_400_000)
        expect(['overdue', 'paused', 'left']).toContain(statusOf(state, later, timeZone))
      }),
    )
  })
})
