/** The calendar of the labs' worlds: the years 2024 and 2025 in Japan, local time, as plain text. */
import type { Language } from '../catalogue/types.ts'

/** National holidays with their substitutes (Cabinet Office of Japan, list of national holidays). */
const holidays = new Set([
  ...['2024-01-01', '2024-01-08', '2024-02-11', '2024-02-12', '2024-02-23', '2024-03-20', '2024-04-29', '2024-05-03', '2024-05-04'],
  ...['2024-05-05', '2024-05-06', '2024-07-15', '2024-08-11', '2024-08-12', '2024-09-16', '2024-09-22', '2024-09-23', '2024-10-14'],
  ...['2024-11-03', '2024-11-04', '2024-11-23', '2025-01-01', '2025-01-13', '2025-02-11', '2025-02-23', '2025-02-24', '2025-03-20'],
  ...['2025-04-29', '2025-05-03', '2025-05-04', '2025-05-05', '2025-05-06', '2025-07-21', '2025-08-11', '2025-09-15', '2025-09-23'],
  ...['2025-10-13', '2025-11-03', '2025-11-23', '2025-11-24'],
])

const minute = 60_000
const minutesOfDay = 24 * 60
const day = minutesOfDay * minute

/** `YYYY-MM-DD` so many days later. */
export const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * day).toISOString().slice(0, 10)

/** `YYYY-MM-DDTHH:MM`, so many minutes after the beginning of a day; more than a day's worth leads into the next. */
export function timeOn(date: string, minutes: number): string {
  const days = Math.floor(minutes / minutesOfDay)
  const left = Math.floor(minutes) - days * minutesOfDay
  // A lab asks for thousands of times, nearly all on the day itself: a `Date` for each is most of what they cost.
  return `${days === 0 ? date : dayAfter(date, days)}T${twoDigits(Math.floor(left / 60))}:${twoDigits(left % 60)}`
}

const twoDigits = (number: number) => (number < 10 ? `0${number}` : String(number))

/** Minutes from one time or day to another. */
export const minutesBetween = (from: string, to: string): number => (millisecondsOf(to) - millisecondsOf(from)) / minute

const millisecondsOf = (time: string) => Date.parse(time.length === 10 ? `${time}T00:00Z` : `${time}Z`)

/** 0 is Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date.slice(0, 10)}T00:00Z`).getUTCDay()

/** The days of a week as `weekdayOf` counts them, in the order in which a working week is read. */
export const week = [1, 2, 3, 4, 5, 6, 0] as const

/** The short names of the days, from Sunday on: 7 January 2024 was one. */
export function weekdaysIn(language: Language): string[] {
  const { format } = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, index) => format(Date.UTC(2024, 0, 7 + index)))
}

/** Neither a weekend, nor a holiday, nor the days around New Year when most offices are closed. */
export function isWorkingDay(date: string): boolean {
  const weekday = weekdayOf(date)
  return weekday !== 0 && weekday !== 6 && !holidays.has(date.slice(0, 10)) && !/-(12-(29|30|31)|01-0[1-3])/.test(date.slice(4, 10))
}

/** Every day from the first to the last, both included. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = []
  for (let date = first; date <= last; date = dayAfter(date, 1)) days.push(date)
  return days
}
