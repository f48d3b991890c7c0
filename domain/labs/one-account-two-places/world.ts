import { dayAfter, daysFrom, isWorkingDay, weekdayOf } from '../calendar.ts'
import { type LabStream, labStream } from '../stream.ts'

/** No two of these towns are less than three hours apart. */
const towns = ['Asagiri', 'Hinode', 'Kazehaya', 'Kitaura', 'Minase', 'Nagisa', 'Sawabe', 'Tsukimi', 'Yuzuki'] as const

const departments = ['design', 'finance', 'purchasing', 'sales'] as const
type Department = (typeof departments)[number]

/** How somebody works, each with its own innocent reason for a second place. */
export type Habit = 'ordinary' | 'carrier' | 'traveller' | 'vpn' | 'private-pc' | 'visitor' | 'set-up' | 'room'

export interface Account {
  kind: 'person' | 'room'
  habit: Habit
  home: string
  department: Department
  /** Whether the service keeps a record of files opened; the cheaper licence does not. */
  log: 'kept' | 'not_kept'
  devices: { laptop: string; phone: string; tablet: string; other: string }
  lines: { home: string; phone: string; away: string }
  /** The day or days on which the habit shows, as places in the calendar. */
  away: { town: string; first: number; last: number }
}

export interface World {
  days: readonly string[]
  accounts: readonly Account[]
  offices: Readonly<Record<string, string>>
  vpn: { town: string; line: string }
  pools: Pools
}

interface Pools {
  device: () => string
  line: () => string
  /** A town other than these. */
  townNot: (...others: readonly string[]) => string
}

const weeks = 3
const fewestDays = 13
const habits: readonly (readonly [Habit, number])[] = [
  ['traveller', 7],
  ['vpn', 8],
  ['private-pc', 6],
  ['visitor', 8],
  ['set-up', 6],
  ['carrier', 9],
  ['ordinary', 24],
]
const roomCount = 4

export function worldOf(seed: string): World {
  const days = workingDays(labStream(seed, 'calendar'))
  const pools = poolsOf(seed)
  const stream = labStream(seed, 'accounts')
  const offices = stream.sample(towns, 3)
  const lineOf = Object.fromEntries(offices.map((town) => [town, pools.line()]))
  const carrier = { town: pools.townNot(...offices), line: pools.line() }
  const vpn = { town: pools.townNot(...offices, carrier.town), line: pools.line() }
  const drawn = stream.shuffle(habits.flatMap(([habit, count]) => Array<Habit>(count).fill(habit)))
  const accounts = [...drawn, ...Array<Habit>(roomCount).fill('room')].map((habit): Account => {
    const home = stream.pick(offices)
    const first = stream.int(1, days.length - 4)
    const town = habit === 'carrier' ? carrier.town : pools.townNot(...offices, carrier.town, vpn.town)
    return {
      kind: habit === 'room' ? 'room' : 'person',
      habit,
      home,
      department: stream.pick(departments),
      log: stream.chance(0.62) ? 'kept' : 'not_kept',
      devices: { laptop: pools.device(), phone: pools.device(), tablet: pools.device(), other: pools.device() },
      lines: { home: pools.line(), phone: habit === 'carrier' ? carrier.line : pools.line(), away: pools.line() },
      away: { town, first, last: habit === 'traveller' ? first + stream.int(1, 3) : first },
    }
  })
  return { days, accounts: stream.shuffle(accounts), offices: lineOf, vpn, pools }
}

/** Three weeks from some Monday on, without weekends and holidays; weeks with many holidays are passed over. */
function workingDays(stream: LabStream): string[] {
  let first = dayAfter('2024-01-15', stream.int(0, 600))
  while (weekdayOf(first) !== 1) first = dayAfter(first, 1)
  const daysOf = (monday: string) => daysFrom(monday, dayAfter(monday, 7 * weeks - 3)).filter(isWorkingDay)
  while (daysOf(first).length < fewestDays) first = dayAfter(first, 7)
  return daysOf(first)
}

function poolsOf(seed: string): Pools {
  const [devices, lines, places] = [labStream(seed, 'devices'), labStream(seed, 'lines'), labStream(seed, 'towns')]
  const networks = ['192.0.2', '198.51.100', '203.0.113']
  const free = lines.shuffle(networks.flatMap((network) => Array.from({ length: 250 }, (_, index) => `${network}.${index + 3}`)))
  const codes = devices.shuffle(Array.from({ length: 2_000 }, (_, index) => `D-${index + 4_000}`))
  return {
    device: () => codes.pop() ?? '',
    line: () => free.pop() ?? '',
    townNot: (...others) => places.pick(towns.filter((town) => !others.includes(town))),
  }
}
