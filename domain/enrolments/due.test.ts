import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayOf, daysBetween } from '../calendar.ts'
import { dueAt } from './due.ts'
import type { Leave } from './status.ts'

const berlin = 'Europe/Berlin'
const leave = (startsOn: string, endsOn: string): Leave => ({ startsOn, endsOn })
/** The due day with leave added, as a day. */
const dueDay = (dueOn: string, enrolledOn: string, leaves: Leave[], zone = berlin) => {
  const at = dueAt(dueOn, enrolledOn, leaves, zone)
  return at && dayOf(at, zone)
}

describe('the end of the due day', () => {
  test('without a date there is no end', () => expect(dueAt(null, '2026-01-01', [leave('2026-01-02', '2026-01-09')], berlin)).toBeNull())
  test.each([
    ['2026-11-20', '2026-11-20T22:59:59.999Z'],
    ['2026-03-29', '2026-03-29T21:59:59.999Z'], // clocks go forward: the day has 23 hours
    ['2026-10-25', '2026-10-25T22:59:59.999Z'], // clocks go back: it has 25
    ['2028-02-29', '2028-02-29T22:59:59.999Z'],
  ])('%s ends at %s in Berlin', (day, end) => expect(dueAt(day, '2026-01-01', [], berlin)?.toISOString()).toBe(end))
  test('where a day begins at 1:00 because clocks skip midnight, the day before ends there', () => {
    expect(dueAt('2026-04-23', '2026-01-01', [], 'Africa/Cairo')?.toISOString()).toBe('2026-04-23T21:59:59.999Z')
  })
})

describe('leave', () => {
  test('moves the date by as many days, over daylight saving too', () => {
    expect(dueDay('2026-03-31', '2026-03-01', [leave('2026-03-25', '2026-04-05')])).toBe('2026-04-12')
  })
  test('over a leap day moves it by one day more', () => {
    expect(dueDay('2028-02-28', '2028-02-01', [leave('2028-02-28', '2028-03-01')])).toBe('2028-03-02')
    expect(dueDay('2027-02-28', '2027-02-01', [leave('2027-02-28', '2027-03-01')])).toBe('2027-03-02')
  })
  test('that ended before enrolment does not count, and one that spans it counts from that day', () => {
    expect(dueDay('2026-11-20', '2026-11-10', [leave('2026-11-01', '2026-11-09')])).toBe('2026-11-20')
    expect(dueDay('2026-11-20', '2026-11-10', [leave('2026-11-01', '2026-11-12')])).toBe('2026-11-23')
  })
  test('on the due day itself counts; the day after does not', () => {
    expect(dueDay('2026-11-20', '2026-11-01', [leave('2026-11-20', '2026-11-21')])).toBe('2026-11-22')
    expect(dueDay('2026-11-20', '2026-11-01', [leave('2026-11-21', '2026-11-30')])).toBe('2026-11-20')
  })
  test('that begins before the date as moved so far counts as well', () => {
    expect(dueDay('2026-11-20', '2026-11-01', [leave('2026-11-22', '2026-11-23'), leave('2026-11-10', '2026-11-12')])).toBe('2026-11-25')
  })
  test('counts a day once where two leaves overlap', () => {
    expect(dueDay('2026-11-20', '2026-11-01', [leave('2026-11-10', '2026-11-14'), leave('2026-11-12', '2026-11-15')])).toBe('2026-11-26')
  })
})

const anyDay = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2026-01-01', days))
const anyLeave = fc.tuple(anyDay, fc.nat(40)).map(([startsOn, length]) => leave(startsOn, addDays(startsOn, length)))
const zone = fc.constantFrom(berlin, 'Asia/Tokyo', 'America/New_York', 'Africa/Cairo', 'Australia/Lord_Howe')

describe('over random leaves', () => {
  test('the days at work from enrolment to the due day are as many as without leave', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(120), fc.array(anyLeave, { maxLength: 5 }), zone, (enrolledOn, length, leaves, timeZone) => {
        const dueOn = addDays(enrolledOn, length)
        const moved = dueDay(dueOn, enrolledOn, leaves, timeZone) ?? ''
        const isAway = (day: string) => leaves.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)
        const days = Array.from({ length: daysBetween(enrolledOn, moved) + 1 }, (_, index) => addDays(enrolledOn, index))
        expect(days.filter((day) => !isAway(day))).toHaveLength(daysBetween(enrolledOn, dueOn) + 1)
        expect(isAway(moved)).toBe(false)
      }),
    )
  })

  test('the order in which leaves were entered changes nothing', () => {
    fc.assert(
      fc.property(anyDay, fc.array(anyLeave, { maxLength: 5 }), zone, (dueOn, leaves, timeZone) => {
        expect(dueAt(dueOn, '2026-01-01', leaves.toReversed(), timeZone)).toEqual(dueAt(dueOn, '2026-01-01', leaves, timeZone))
      }),
    )
  })
})
