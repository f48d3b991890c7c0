/** One party, several names: which two signals link its rentals, how many there are and when they were made is drawn by the seed. */
import { labStream } from '../stream.ts'
import { type Crowd, ordinary, withLater, withWays } from './noise.ts'
import { type Customer, type Period, type Pools, type Signal, signals, timeOfDay } from './world.ts'

export interface Incident {
  /** The two signals that link the rentals, with their values; many others share each of the two. */
  linked: readonly [Link, Link]
  party: readonly Customer[]
  /** Customers who share both by coincidence and whom an independent check has confirmed. */
  both: readonly Customer[]
}

interface Link {
  signal: Signal
  value: string
}

const coincidences = 2

export function incidentOf(seed: string, period: Period, pools: Pools, crowds: readonly Crowd[]): Incident {
  const stream = labStream(seed, 'incident')
  const without = stream.pick(signals)
  const [first, second] = stream.shuffle(signals.filter((signal) => signal !== without))
  const linkOf = (signal: Signal | undefined): Link => stream.pick(crowds.filter((crowd) => crowd.signal === signal))
  const linked = [linkOf(first), linkOf(second)] as const
  const [one, two] = linked.map(({ signal, value }) => ({ [signal]: value }))
  const count = stream.int(4, 7)
  // For two of the rentals one of the signals shows only later; often one of them is the first.
  const [hidden, other] = stream.chance(0.5) ? [0, stream.int(1, count - 1)] : stream.sample([...Array(count).keys()], 2)
  const party = Array.from({ length: count }, (_, index): Customer => {
    const day = Math.floor(((index + stream.int(0, 999) / 1_000) * period.days) / count)
    const someone: Customer = {
      ...ordinary(stream, period, pools, 'party'),
      signed: timeOfDay(stream, period, day),
      check: stream.chance(0.65) ? 'no_answer' : 'not_called',
    }
    const first = index === hidden ? withLater(someone, one ?? {}) : withWays(someone, one ?? {})
    return index === other ? withLater(first, two ?? {}) : withWays(first, two ?? {})
  })
  const both = Array.from({ length: coincidences }, () => ({
    ...withWays(ordinary(stream, period, pools, 'both'), { ...one, ...two }),
    check: 'confirmed' as const,
  }))
  return { linked, party, both }
}
