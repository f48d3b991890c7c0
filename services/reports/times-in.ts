import { Temporal } from 'temporal-polyfill'

const day = 86_400_000

/** How a zone differs from UTC. */
interface Offset {
  milliseconds: number
  /** As ISO 8601 has it: `+09:00`. */
  words: string
}

function offsetAt(timeZone: string, at: number): Offset {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  const words = there.toString({ smallestUnit: 'second', timeZoneName: 'never' }).slice(19)
  return { milliseconds: there.offsetNanoseconds / 1_000_000, words }
}

/**
 * Writes times in a zone, as ISO 8601 with their offset and to the second; nothing for no time. The offset is looked up once for each day of
 * UTC on which it stays the same.
 */
export function timesIn(timeZone: string): (at: Date | null) => string {
  const days = new Map<number, Offset | null>()
  const steadyOffset = (number: number) => {
    const [first, last] = [offsetAt(timeZone, number * day), offsetAt(timeZone, (number + 1) * day - 1)]
    return first.words === last.words ? first : null
  }
  return (at) => {
    if (at === null) return ''
    const time = at.getTime()
    const number = Math.floor(time / day)
    let steady = days.get(number)
    if (steady === undefined) {
      steady = steadyOffset(number)
      days.set(number, steady)
    }
    const { milliseconds, words } = steady ?? offsetAt(timeZone, time)
    return new Date(time + milliseconds).toISOString().slice(0, 19) + words
  }
}
