import { useLocale } from 'next-intl'

const tags = { en: 'en-GB', ja: 'ja-JP' } as const
type Language = keyof typeof tags

const styles = {
  /** Fri 18 Dec */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Friday 18 December */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** A calendar day in words; the year is told where it is not this one. */
export function formatDay(day: string, language: Language, today: string, style: keyof typeof styles = 'short'): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  const format = new Intl.DateTimeFormat(tags[language], { ...styles[style], ...year, timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`)).replace(',', '')
}

/** An instant in a reader's zone: 22 Nov 2026, 09:00. */
export function formatInstant(instant: Date, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(tags[language], { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(instant)
}

export function Day({ day, today, style }: { day: string; today: string; style?: keyof typeof styles }) {
  return <time dateTime={day}>{formatDay(day, useLocale(), today, style)}</time>
}

export function Instant({ at, timeZone }: { at: Date; timeZone: string }) {
  return <time dateTime={at.toISOString()}>{formatInstant(at, useLocale(), timeZone)}</time>
}
