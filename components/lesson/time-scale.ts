/** Time to scale, for timelines and lanes. Pure arithmetic; time is in fractions of years. */
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import type { Language } from '#domain/catalogue/types'

/** A date as a year with its fraction. As an end it means the end of that day, month or year. */
export function yearOf(date: string, isEnd = false): number {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (isEnd && !month) return year + 1
  const at = Date.UTC(year, (month ?? 1) - 1 + (isEnd && !day ? 1 : 0), (day ?? 1) + (isEnd && day ? 1 : 0))
  const start = Date.UTC(year, 0, 1)
  return year + (at - start) / (Date.UTC(year + 1, 0, 1) - start)
}

export interface Tick {
  at: number
  words: string
}

/** The stretch from the first day to the last, drawn from `start` to `end`. */
export function timeScale({ from, to }: { from: string; to: string }, start: number, end: number): ScaleLinear<number, number> {
  return scaleLinear([yearOf(from), yearOf(to, true)], [start, end])
}

/** Years, or the months of a scale of two years or less; as many as have room. */
export function ticksOf(scale: ScaleLinear<number, number>, language: Language): Tick[] {
  const [from = 0, to = 0] = scale.domain()
  const isLong = to - from > 2
  const step = isLong ? 1 : 1 / 12
  const first = Math.ceil(from / step - 1e-6)
  const all = Array.from({ length: Math.floor(to / step + 1e-6) - first + 1 }, (_, index) => first + index)
  const each = scale(from + step) - scale(from)
  const every = isLong ? stepWithRoom(each, 44, [1, 2, 5, 10]) : stepWithRoom(each, 74, [1, 2, 3, 6, 12])
  return all
    .filter((count) => count % every === 0)
    .map((count, index) => ({ at: scale(count * step), words: isLong ? String(count) : monthInWords(count, index === 0, language) }))
}

function stepWithRoom(each: number, room: number, steps: number[]): number {
  return steps.find((step) => step * each >= room) ?? steps.at(-1) ?? 1
}

/** With its year where none is said before it. */
function monthInWords(months: number, isFirst: boolean, language: Language): string {
  const [year, month] = [Math.floor(months / 12), months % 12]
  const withYear = isFirst || month === 0 ? ({ year: 'numeric' } as const) : {}
  const format = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { ...withYear, month: 'short', timeZone: 'UTC' })
  return format.format(new Date(Date.UTC(year, month, 1)))
}
