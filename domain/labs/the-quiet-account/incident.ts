/** One account that reads by night where it has no work: some hundred files at a time, every few days, for weeks. */
import { dayAfter } from '../calendar.ts'
import { type LabStream, labStream } from '../stream.ts'
import { type Entry, otherArea, scaleOf } from './noise.ts'
import type { Account, World } from './world.ts'

export interface Incident {
  account: Account
  entries: readonly Entry[]
  /** One evening of the same person’s own work, before anything began. */
  ownEvening: Entry
}

/** On which day of the records the first night lies, of so many days that the nights need; it differs between versions. */
export type FirstNight = (stream: LabStream, days: number, span: number) => number

/** As version 1 has it: a week and more lies before and after, and so the nights about the middle. */
export const inTheMiddle: FirstNight = (stream, days, span) => stream.int(7, days - 7 - span)

/**
 * Early or late: the nights take about half of the time, so that each half holds as many. A night before the records would be further from
 * the first than any two are from each other, so that one may say when it began.
 */
export const earlyOrLate: FirstNight = (stream, days, span) => {
  const [first, last] = [4, days - 1 - span]
  return stream.chance(0.5) ? first + stream.int(0, 2) : last - stream.int(0, 1)
}

export function makeIncident(seed: string, { plain, days }: World, firstNight: FirstNight): Incident {
  const stream = labStream(seed, 'incident')
  const account = stream.pick(plain)
  const gaps = Array.from({ length: stream.int(7, 10) }, () => stream.int(2, 4))
  const span = gaps.reduce((sum, gap) => sum + gap, 0)
  const start = firstNight(stream, days.length, span)
  const [main, other] = [otherArea(stream, account), otherArea(stream, account)]
  const size = stream.int(160, 330)
  const scale = scaleOf(seed) / 100
  let place = start
  const entries = [0, ...gaps].flatMap((gap) => {
    place += gap
    const files = Math.round(stream.around(size, 60) * scale)
    const hour = stream.int(0, 4)
    // Some nights take two hours, so that an hour alone looks smaller than the night was.
    const parts = stream.chance(0.35) ? [Math.ceil(files / 2), Math.floor(files / 2)] : [files]
    const area = stream.chance(0.75) ? main : other
    return parts.map((opened, index) => ({
      day: days[place] as string,
      hour: hour + index,
      account: account.id,
      area,
      opened,
      cause: 'quiet' as const,
    }))
  })
  const ownEvening: Entry = {
    day: dayAfter(days[start] as string, -stream.int(2, Math.min(6, start))),
    hour: stream.int(0, 2),
    account: account.id,
    area: account.area,
    opened: stream.int(40, 120),
    cause: 'own-evening',
  }
  return { account, entries, ownEvening }
}
