/** One account that reads by night where it has no work: some hundred files at a time, every few days, for weeks. */
import { dayAfter } from '../calendar.ts'
import { labStream } from '../stream.ts'
import { type Entry, otherArea, scaleOf } from './noise.ts'
import type { Account, World } from './world.ts'

export interface Incident {
  account: Account
  entries: readonly Entry[]
  /** One evening of the same person’s own work, before anything began. */
  ownEvening: Entry
}

/** So many days lie before the first night, and after the last, at least. */
const quietBorder = 7

export function makeIncident(seed: string, { plain, days }: World): Incident {
  const stream = labStream(seed, 'incident')
  const account = stream.pick(plain)
  const gaps = Array.from({ length: stream.int(7, 10) }, () => stream.int(2, 4))
  const span = gaps.reduce((sum, gap) => sum + gap, 0)
  const start = stream.int(quietBorder, days.length - quietBorder - span)
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
    day: dayAfter(days[start] as string, -stream.int(2, 6)),
    hour: stream.int(0, 2),
    account: account.id,
    area: account.area,
    opened: stream.int(40, 120),
    cause: 'own-evening',
  }
  return { account, entries, ownEvening }
}
