import { useLocale, useNow, useTimeZone } from 'next-intl'
import { dayOf, daysBetween } from '#domain/calendar'

type Language = 'en' | 'ja'
const tags = { en: 'en-GB', ja: 'ja-JP' } as const

const date = { day: 'numeric', month: 'short', year: 'numeric' } as const
const longDate = { day: 'numeric', month: 'long', year: 'numeric' } as const

/** Every way a time or a day is written, with what English makes of it. */
const notations = {
  /** 27 Nov; 11/27 in Japanese */
  short: { day: 'numeric', month: 'short' },
  /** Fri 27 Nov */
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Friday 27 November */
  longDay: { weekday: 'long', day: 'numeric', month: 'long' },
  /** 27 Nov 2026 */
  date,
  /** 27 November 2026 */
  longDate,
  /** Fri 27 Nov, 14:05 */
  moment: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  /** 27 Nov 2026, 14:05 */
  instant: { dateStyle: 'medium', timeStyle: 'short' },
  /** Friday 27 November 2026 at 14:05 */
  longMoment: { weekday: 'long', ...longDate, hour: 'numeric', minute: '2-digit' },
  /** 14:05:09 */
  clock: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
  exact: { dateStyle: 'full', timeStyle: 'long' },
  monthOnly: { month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
type Notation = keyof typeof notations

const japanese: Partial<Record<Notation, Intl.DateTimeFormatOptions>> = { short: { day: 'numeric', month: 'numeric' }, date: longDate }

/** Making a formatter costs a hundred times what using it does; there are as many as languages, zones of readers and notations. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(tags[language], options)
  formatters.set(key, formatter)
  return formatter
}

const distances = {
  en: new Intl.RelativeTimeFormat(tags.en, { numeric: 'auto' }),
  ja: new Intl.RelativeTimeFormat(tags.ja, { numeric: 'auto' }),
}

/** Times and days in words, as a language writes them: English as in Britain, like every word here. */
export function datesIn(language: Language, timeZone: string) {
  const form = (at: Date, options: Intl.DateTimeFormatOptions) => {
    const words = formatterOf(language, { timeZone, ...options }).format(at)
    return language === 'ja' ? words.replace('(', '（').replace(')', '）') : words
  }
  const optionsOf = (notation: Notation): Intl.DateTimeFormatOptions =>
    language === 'ja' ? (japanese[notation] ?? notations[notation]) : notations[notation]
  return {
    write: (at: Date, notation: Notation) => form(at, optionsOf(notation)),
    /** A calendar day is the same day everywhere: no zone moves it. With `today`, the year is told where it is not this one. */
    writeDay: (day: string, notation: Notation, today = day) => {
      const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
      const words = form(new Date(`${day}T00:00:00Z`), { ...optionsOf(notation), ...year, timeZone: 'UTC' })
      return words.replace(',', '')
    },
  }
}

/** Dates for the reader of the page: their language, their zone. */
export function useDates() {
  const language = useLocale()
  const zone = useTimeZone() ?? 'UTC'
  const now = useNow()
  return {
    ...datesIn(language, zone),
    /** In 3 days, 4 days ago, in 9 weeks: counted in calendar days of the reader. */
    distance: (at: Date) => {
      const days = daysBetween(dayOf(now, zone), dayOf(at, zone))
      const relative = distances[language]
      const words = Math.abs(days) < 14 ? relative.format(days, 'day') : relative.format(Math.trunc(days / 7), 'week')
      return language === 'ja' ? words.replaceAll(' ', '') : words
    },
    /** As on a date stamp: day, month and year of two digits, in the order of the language. */
    stamp: (day: string) => {
      const [year = '', month = '', of = ''] = day.slice(2).split('-')
      return (language === 'ja' ? [year, month, of] : [of, month, year]).join('.')
    },
    dayHere: (at: Date) => dayOf(at, zone),
  }
}

/** A time as a word of the page; the exact moment on hover and for machines. */
export function When({ at, as }: { at: Date; as: 'day' | 'date' | 'longDate' | 'moment' | 'instant' }) {
  const { write } = useDates()
  return (
    <time dateTime={at.toISOString()} title={write(at, 'exact')}>
      {write(at, as)}
    </time>
  )
}

/** A calendar day as a word of the page; its year where it is not that of today. */
export function Day({ day, today }: { day: string; today: string }) {
  return <time dateTime={day}>{useDates().writeDay(day, 'day', today)}</time>
}
