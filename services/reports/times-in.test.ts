import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { testDatabase } from '#testing/database'
import { timesIn } from './times-in.ts'

const { db } = await testDatabase()

// Every quarter of an hour around both changes of the clocks, and some further off.
const days = ['1999-12-31', '2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01', '2032-02-29']
const moments = days.flatMap((day) =>
  Array.from({ length: 96 }, (_, quarter) => new Date(Date.parse(`${day}T00:00:00Z`) + quarter * 900_000 + 899_999)),
)

test.each(['Asia/Tokyo', 'Asia/Calcutta', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC'])(
  'the database writes times in %s as the calendar does',
  async (zone) => {
    const { time, day } = timesIn(zone, new Date('1999-12-31T00:00:00Z'), new Date('2032-03-01T00:00:00Z'))
    const at = sql`given.at`
    const given = sql.join(
      moments.map((moment) => sql`(${moment.toISOString()}::timestamptz)`),
      sql`, `,
    )
    const { rows } = await db.execute<{ time: string; day: string }>(
      sql`select ${time(at)} as time, ${day(at)} as day from (values ${given}) as given (at)`,
    )
    for (const [index, moment] of moments.entries()) {
      const there = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone)
      expect(rows[index]).toEqual({
        time: there.toString({ smallestUnit: 'second', timeZoneName: 'never' }),
        day: there.toPlainDate().toString(),
      })
    }
    const none = await db.execute(sql`select ${time(sql`null::timestamptz`)} as time`)
    expect(none.rows).toEqual([{ time: null }])
  },
)
