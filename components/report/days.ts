import { useFormatter, useLocale } from 'next-intl'

/** Calendar days in words. A day is the same day everywhere: no zone moves it. */
export function useDays() {
  const format = useFormatter()
  const month = useLocale() === 'ja' ? 'numeric' : 'short'
  const at = (day: string) => new Date(`${day}T00:00:00Z`)
  return {
    /** 8 Sep, 9/8 */
    short: (day: string) => format.dateTime(at(day), { timeZone: 'UTC', day: 'numeric', month }),
    /** 8 Sep 2026, 2026年9月8日 */
    long: (day: string) => format.dateTime(at(day), { timeZone: 'UTC', dateStyle: 'medium' }),
  }
}
