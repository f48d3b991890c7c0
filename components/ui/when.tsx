import { useLocale, useNow, useTimeZone } from 'next-intl'
import { dayOf, daysBetween } from '#domain/calendar'

const notations = {
  /** Fri 27 Nov */
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  /** 27 Nov 2026 */
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  /** 27 November 2026 */
  longDate: { day: 'numeric', month: 'long', year: 'numeric' },
  /** Fri 27 Nov, 14:05 */
  moment: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  exact: { dateStyle: 'full', timeStyle: 'long' },
  monthOnly: { month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** Writes times in the reader's language and zone. */
export function useDates() {
  const language = useLocale()
  const zone = useTimeZone() ?? 'UTC'
  const now = useNow()
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB'
  const write = (at: Date, notation: keyof typeof notations, timeZone = zone) => {
    const words = new Intl.DateTimeFormat(locale, { ...notations[notation], timeZone }).format(at)
    return language === 'ja' ? words.replace('(', '（').replace(')', '）') : words
  }
  return {
    write,
    /** In 3 days, 4 days ago, in 9 weeks: counted in calendar days of the reader. */
    distance: (at: Date) => {
      const days = daysBetween(dayOf(now, zone), dayOf(at, zone))
      const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
      const words = Math.abs(days) < 14 ? relative.format(days, 'day') : relative.format(Math.trunc(days / 7), 'week')
      return language === 'ja' ? words.replaceAll(' ', '') : words
    },
    /** As on a date stamp: day, month and year of two digits, in the order of the language. */
    stamp: (day: string) => {
      const [year = '', month = '', date = ''] = day.slice(2).split('-')
      return (language === 'ja' ? [year, month, date] : [date, month, year]).join('.')
    },
    dayHere: (at: Date) => dayOf(at, zone),
  }
}

/** A time as a word of the page; the exact moment on hover and for machines. */
export function When({ at, as }: { at: Date; as: 'day' | 'date' | 'longDate' | 'moment' }) {
  const { write } = useDates()
  return (
    <time dateTime={at.toISOString()} title={write(at, 'exact')}>
      {write(at, as)}
    </time>
  )
}
