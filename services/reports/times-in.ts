import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'

/** How a zone differs from UTC, as ISO 8601 has it (`+09:00`), from a moment on. */
interface Offset {
  since: Date
  words: string
}

/** The offsets of a zone between two moments, the first of them in force at `from`. */
function offsetsIn(timeZone: string, from: Date, to: Date): Offset[] {
  const offsets: Offset[] = []
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone)
  while (at && at.epochMilliseconds <= to.getTime()) {
    offsets.push({ since: new Date(at.epochMilliseconds), words: at.offset })
    at = at.getTimeZoneTransition('next')
  }
  return offsets
}

/**
 * Says in SQL how times between two moments are written in a zone: as ISO 8601 to the second with the offset, or as the day alone. The offsets
 * are those this program knows: a database may know fewer zones, or by other names.
 */
export function timesIn(timeZone: string, from: Date, to: Date) {
  const [first, ...later] = offsetsIn(timeZone, from, to)
  const local = (time: SQLWrapper, { words }: Offset, form: string) => sql`to_char(${time} at time zone ${words}::interval, ${form})`
  const written = (time: SQLWrapper, one: (offset: Offset) => SQL): SQL<string | null> => {
    const beginning = first ? one(first) : sql`null`
    if (later.length === 0) return beginning as SQL<string | null>
    const cases = later.toReversed().map((offset) => sql`when ${time} >= ${offset.since.toISOString()}::timestamptz then ${one(offset)}`)
    return sql`case ${sql.join(cases, sql` `)} else ${beginning} end`
  }
  return {
    time: (time: SQLWrapper) => written(time, (offset) => sql`${local(time, offset, 'YYYY-MM-DD"T"HH24:MI:SS')} || ${offset.words}::text`),
    day: (time: SQLWrapper) => written(time, (offset) => local(time, offset, 'YYYY-MM-DD')),
  }
}
