import { useLocale, useTimeZone } from 'next-intl'

/** Times and days in words, as the reader's language writes them: English as in Britain, like every word here. */
export function datesIn(language: 'en' | 'ja', timeZone: string) {
  const locale = language === 'en' ? 'en-GB' : 'ja'
  const form = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options })
  /** A calendar day is the same day everywhere: no zone moves it. */
  const day = (text: string, options: Intl.DateTimeFormatOptions) =>
    form({ ...options, timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`))
  return {
    /** The day of an instant: 8 Sept 2026, 2026年9月8日 */
    dayOf: (at: Date) => form({ day: 'numeric', month: language === 'en' ? 'short' : 'long', year: 'numeric' }).format(at),
    /** Monday 23 November 2026 at 9:32, 2026年11月23日(月曜日) 9:32 */
    moment: (at: Date) =>
      form({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' }).format(at),
    /** The time of day to the second. */
    clock: (at: Date) => form({ hour: 'numeric', minute: '2-digit', second: '2-digit' }).format(at),
    /** 8 Sept, 9/8 */
    short: (text: string) => day(text, { day: 'numeric', month: language === 'en' ? 'short' : 'numeric' }),
    /** 8 Sept 2026, 2026年9月8日 */
    long: (text: string) => day(text, { day: 'numeric', month: language === 'en' ? 'short' : 'long', year: 'numeric' }),
  }
}

/** Dates for the reader of the page: their language, their zone. */
export function useDates() {
  return datesIn(useLocale(), useTimeZone() ?? 'UTC')
}
