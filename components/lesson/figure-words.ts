import type { Language } from '#domain/catalogue/types'

/** An amount with its unit: “1,987 people”, 「1,987人」. */
export function amount(value: number, unit: string, language: Language): string {
  const number = new Intl.NumberFormat(language).format(value)
  return language === 'ja' ? number + unit : `${number} ${unit}`
}

/** A share of a whole in whole per cent; one that is not nothing is never shown as 0 %. */
export function share(value: number, total: number, language: Language): string {
  const part = value / total
  const format = new Intl.NumberFormat(language, { style: 'percent' })
  return part > 0 && part < 0.005 ? `< ${format.format(0.01)}` : format.format(part)
}

/** `2019-03-18`, `2019-03` or `2019` in words. */
export function dayInWords(date: string, language: Language, month: 'long' | 'short' = 'long'): string {
  const [year = 0, monthNumber, day] = date.split('-').map(Number)
  const format = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    year: 'numeric',
    timeZone: 'UTC',
    ...(monthNumber && { month }),
    ...(day && { day: 'numeric' as const }),
  })
  return format.format(new Date(Date.UTC(year, (monthNumber ?? 1) - 1, day ?? 1)))
}

/** From one date to another, or the one date. */
export function period(start: string, end: string | undefined, language: Language): string {
  if (!end) return dayInWords(start, language)
  const joiner = language === 'ja' ? '〜' : ' to '
  return dayInWords(start, language) + joiner + dayInWords(end, language)
}
