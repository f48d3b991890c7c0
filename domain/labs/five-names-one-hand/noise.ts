/** Ordinary customers. Each thing that two of them share has an innocent cause, and so has each thing that changes. */
import { type LabStream, labStream } from '../stream.ts'
import { type Check, type Customer, type Period, type Pools, type Role, type Signal, signals, timeOfDay, type Ways } from './world.ts'

/** Many customers who share one thing and nothing else. */
export interface Crowd {
  signal: Signal
  value: string
  members: readonly Customer[]
}

/**
 * A prepaid series is what the shop of a college sells; a mark is what a common laptop shows as it comes from the factory; a line is what a
 * dormitory or a shared office has. Nobody is in two crowds.
 */
const kinds: readonly { signal: Signal; role: Role; crowds: number; size: readonly [number, number] }[] = [
  { signal: 'card', role: 'student', crowds: 4, size: [12, 16] },
  { signal: 'mark', role: 'laptop', crowds: 3, size: [14, 18] },
  { signal: 'line', role: 'dormitory', crowds: 3, size: [14, 18] },
]
/** Of whom one thing shows only later: students who first pay otherwise, people who move into the dormitory. */
const partLater = 0.15

export function crowdsOf(seed: string, period: Period, pools: Pools): Crowd[] {
  const stream = labStream(seed, 'crowds')
  return kinds.flatMap(({ signal, role, crowds, size }) =>
    Array.from({ length: crowds }, () => {
      const value = signal === 'card' ? pools.card('P') : pools[signal]()
      const members = Array.from({ length: stream.int(...size) }, () => {
        const someone = ordinary(stream, period, pools, role)
        return stream.chance(partLater) ? withLater(someone, { [signal]: value }) : withWays(someone, { [signal]: value })
      })
      return { signal, value, members }
    }),
  )
}

/** Households: one address, openly given, one card and one line, a browser each. */
export function householdsOf(seed: string, period: Period, pools: Pools): Customer[][] {
  const stream = labStream(seed, 'households')
  return Array.from({ length: 2 }, () => {
    const [address, shared] = [pools.address(), { card: pools.card('C'), line: pools.line() }]
    const members = Array.from({ length: stream.int(4, 5) }, () => ordinary(stream, period, pools, 'household'))
    return members.map((member) => withWays({ ...member, address, later: {} }, shared))
  })
}

/** A reseller: many accounts, opened at one desk for its clients; the firm is found in the register. */
export function resellerOf(seed: string, period: Period, pools: Pools): Customer[] {
  const stream = labStream(seed, 'reseller')
  const desk: Ways = { ...pools.own(), card: pools.card('C') }
  return Array.from({ length: stream.int(10, 14) }, () => ({
    ...ordinary(stream, period, pools, 'reseller'),
    check: 'register' as const,
    ways: desk,
    later: {},
  }))
}

export const ordinaryOf = (seed: string, period: Period, pools: Pools, count: number): Customer[] => {
  const stream = labStream(seed, 'ordinary customers')
  return Array.from({ length: Math.max(0, count) }, () => ordinary(stream, period, pools, 'ordinary'))
}

/** Cards run out, people move and travel, browsers are replaced. */
const changes: Readonly<Record<Signal, number>> = { card: 0.12, mark: 0.22, line: 0.35 }

export function ordinary(stream: LabStream, period: Period, pools: Pools, role: Role): Customer {
  const later: Partial<Ways> = {}
  for (const signal of signals) if (stream.chance(changes[signal])) later[signal] = pools[signal]()
  return {
    role,
    signed: timeOfDay(stream, period, stream.int(0, period.days - 1)),
    address: pools.address(),
    check: checkOf(stream, role),
    ways: pools.own(),
    later,
  }
}

/** Calls go unanswered, since people are at lectures or at work, and at busy times nobody calls. Firms are looked up. */
const checkOf = (stream: LabStream, role: Role): Check =>
  stream.weighted<Check>([
    ['confirmed', 44],
    ['no_answer', 32],
    ['not_called', 24],
    ['register', role === 'ordinary' ? 10 : 0],
  ])

/** The sign-up shows it already, and nothing else takes its place later. */
export function withWays(customer: Customer, ways: Partial<Ways>): Customer {
  const later = Object.entries(customer.later).filter(([signal]) => !(signal in ways))
  return { ...customer, ways: { ...customer.ways, ...ways }, later: Object.fromEntries(later) }
}

/** Only payments or log-ins show it. */
export const withLater = (customer: Customer, ways: Partial<Ways>): Customer => ({ ...customer, later: { ...customer.later, ...ways } })
