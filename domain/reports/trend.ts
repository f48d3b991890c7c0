import { Temporal } from 'temporal-polyfill'

export interface TrendPoint {
  at: Date
  /** The day of `at` in the organisation's zone. */
  day: string
}

/** How things stood at one time. */
export interface TrendValue extends TrendPoint {
  assigned: number
  done: number
  overdue: number
}

/** `now`, and the same hour of the same weekday in each of the weeks before, oldest first: `weeks` + 1 points. */
export function trendPoints(now: Date, weeks: number, timeZone: string): TrendPoint[] {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  return Array.from({ length: weeks + 1 }, (_, index) => {
    const then = here.subtract({ weeks: weeks - index })
    return { at: new Date(then.epochMilliseconds), day: then.toPlainDate().toString() }
  })
}

/** The values from the last week before anybody was assigned; all of them when somebody was from the beginning, or nobody ever. */
export function sinceFirst(values: readonly TrendValue[]): TrendValue[] {
  const first = values.findIndex((value) => value.assigned > 0)
  return values.slice(Math.max(0, Math.min(first - 1, values.length - 2)))
}
