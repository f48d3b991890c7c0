import { dayAfter, timeOn } from '../calendar.ts'
import { type LabStream, labStream } from '../stream.ts'

/** The three things that one hand may leave on several rentals. */
export const signals = ['card', 'mark', 'line'] as const
export type Signal = (typeof signals)[number]
/** With which card somebody pays, with which browser and from which network address they come. */
export type Ways = Record<Signal, string>

export type Check = 'confirmed' | 'register' | 'no_answer' | 'not_called'
export type Role = 'ordinary' | 'student' | 'laptop' | 'dormitory' | 'household' | 'reseller' | 'both' | 'party'

export interface Customer {
  role: Role
  signed: string
  address: string
  check: Check
  /** What the sign-up shows. */
  ways: Ways
  /** What payments and log-ins show later, where it differs. */
  later: Partial<Ways>
}

/** The provider's books: sign-ups in one stretch of months, payments and log-ins until some weeks after it. */
export interface Period {
  first: string
  days: number
  exported: string
}

const weeksAfter = 6

export function periodOf(seed: string): Period {
  const stream = labStream(seed, 'period')
  const first = dayAfter('2024-01-08', stream.int(0, 400))
  const days = stream.int(210, 250)
  return { first, days, exported: dayAfter(first, days + 7 * weeksAfter) }
}

/** Some time of day, as people sign up: from the morning until late, the afternoon most of all. */
export const timeOfDay = (stream: LabStream, { first }: Period, day: number): string =>
  timeOn(dayAfter(first, day), stream.around(15 * 60, 7 * 60))

/** Hands out cards, marks, lines and addresses; each only once. */
export interface Pools {
  /** `P` prepaid, `C` credit card, `B` bank transfer. */
  card: (kind?: 'P' | 'C' | 'B') => string
  mark: () => string
  line: () => string
  address: () => string
  own: () => Ways
}

const towns = ['Asagiri', 'Hinode', 'Kazehaya', 'Kitaura', 'Minase', 'Nagisa', 'Oka', 'Sawabe', 'Tsukimi', 'Yuzuki'] as const
const networks = ['192.0.2', '198.51.100', '203.0.113'] as const

export function poolsOf(seed: string): Pools {
  const [cards, marks, lines, places] = [
    labStream(seed, 'cards'),
    labStream(seed, 'marks'),
    labStream(seed, 'lines'),
    labStream(seed, 'addresses'),
  ]
  const free = lines.shuffle(networks.flatMap((network) => Array.from({ length: 250 }, (_, index) => `${network}.${index + 3}`)))
  const used = new Set<string>()
  const once = (draw: () => string): string => {
    const drawn = draw()
    if (used.has(drawn)) return once(draw)
    used.add(drawn)
    return drawn
  }
  const letter = () => marks.pick([...'abcdefghjkmnpqrstvwxyz'])
  const pools: Omit<Pools, 'own'> = {
    card: (kind) => {
      const letterOfKind =
        kind ??
        cards.weighted([
          ['C', 66],
          ['B', 22],
          ['P', 12],
        ] as const)
      return once(() => `${letterOfKind}-${cards.int(1_000, 9_999)}`)
    },
    mark: () => once(() => `${letter()}${marks.int(0, 9)}${letter()}-${marks.int(0, 9)}${marks.int(0, 9)}${letter()}`),
    line: () => free.pop() ?? '',
    address: () => once(() => `${places.pick(towns)} ${places.int(1, 6)}-${places.int(1, 28)}-${places.int(1, 18)}`),
  }
  return { ...pools, own: () => ({ card: pools.card(), mark: pools.mark(), line: pools.line() }) }
}
