import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { timesIn } from './times-in.ts'

test.each(['Asia/Tokyo', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC'])(
  'writes times in %s as the calendar does',
  (zone) => {
    const timeOf = timesIn(zone)
    // Every quarter of an hour around both changes of the clocks, and some further off.
    const days = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01', '1999-12-31', '2032-02-29']
    for (const day of days) {
      for (let minute = 0; minute < 24 * 60; minute += 15) {
        const at = new Date(Date.parse(`${day}T00:00:00Z`) + minute * 60_000 + 59_999)
        const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
        expect(timeOf(at)).toBe(there.toString({ smallestUnit: 'second', timeZoneName: 'never' }))
      }
    }
    expect(timeOf(null)).toBe('')
  },
)
