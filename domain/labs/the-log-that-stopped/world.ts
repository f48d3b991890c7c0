/** The firm: its sites, machines and operators, and the two working weeks that the evidence covers. */
import { dayAfter, daysFrom, isWorkingDay, weekdayOf } from '../calendar.ts'
import { namesFrom } from '../people.ts'
import { labStream } from '../stream.ts'

export const dayMinutes = 24 * 60
export const dayCount = 12
/** The shared way in for everybody who works from outside; it has no site. */
export const gateway = 'gateway-1'

export interface Site {
  name: string
  where: 'home' | 'abroad'
}

export interface Machine {
  name: string
  person: string
  site: Site
  /** How many minutes its clock is behind. */
  slow: number
  isAlwaysOn: boolean
}

export interface Operator {
  name: string
  machine: Machine
}

export interface World {
  firstDay: string
  /** Days already written out, since thousands of rows need them. */
  dates: Map<number, string>
  sites: Site[]
  machines: Machine[]
  /** A machine that has been switched off for weeks; no job of these two weeks reaches it. */
  away: Machine
  operators: Operator[]
  packages: string[]
  /** Codes that nobody has taken yet. */
  marks: () => string
  sessions: () => string
}

/** Towns that are on no map. */
const towns = [
  ...['Amberquay', 'Tallowmere', 'Dornholt', 'Velmora', 'Kessaport', 'Ondara', 'Mirovale', 'Suvano', 'Harrowick', 'Lisperdam', 'Norune'],
  ...['Calidor', 'Minasawa', 'Kurohata', 'Obaneki', 'Todorihama'],
]
const programs = [
  ...[
    'Lumen Reader',
    'Tide Mail',
    'Quay Print',
    'Slate Sheets',
    'Fern Backup',
    'Moss Viewer',
    'Wick Browser',
    'Reed Planner',
    'Cove Agent',
  ],
  ...['Flint Archive', 'Pine Forms', 'Heron Maps', 'Opal Notes', 'Brook Editor', 'Larch Scan', 'Dune Voice', 'Ember Fonts', 'Thistle Sync'],
  ...['Birch Ledger', 'Coral Frames', 'Gorse Diary', 'Ivory Tables', 'Juniper Keys', 'Maple Draw', 'Nettle Zip', 'Osier Chat'],
]

/** Mondays that begin two weeks of five working days each. */
const mondays = daysFrom('2024-03-04', '2025-12-08').filter(
  (date) => weekdayOf(date) === 1 && [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].every((days) => isWorkingDay(dayAfter(date, days))),
)

export function drawWorld(seed: string): World {
  const people = labStream(seed, 'people')
  const names = namesFrom(people, 150)
  const sites = drawSites(seed)
  const stream = labStream(seed, 'machines')
  const numbers = stream.sample(
    Array.from({ length: 900 }, (_, index) => 100 + index),
    150,
  )
  const weighted = sites.map((site) => [site, stream.int(3, 9)] as const)
  const [away, ...machines] = numbers.map((number, index): Machine => {
    return { name: `pc-${number}`, person: names[index] ?? '', site: stream.weighted(weighted), slow: 0, isAlwaysOn: false }
  }) as [Machine, ...Machine[]]
  const operators = stream.sample(machines, 6).map((machine) => ({ name: machine.person, machine }))
  const packages = labStream(seed, 'packages')
    .shuffle(programs)
    .map((name, index) => `${name} ${(index % 7) + 1}.${(index * 5) % 9}`)
  return {
    firstDay: labStream(seed, 'calendar').pick(mondays),
    dates: new Map(),
    sites,
    machines,
    away,
    operators,
    packages,
    marks: codes(seed, 'marks'),
    sessions: codes(seed, 'sessions'),
  }
}

/** Whether a site is at home or abroad has nothing to do with its name, nor with anything that happens. */
function drawSites(seed: string): Site[] {
  const stream = labStream(seed, 'sites')
  const places = stream.shuffle(['home', 'home', 'home', 'home', 'abroad', 'abroad', 'abroad', 'abroad'] as const)
  return stream.sample(towns, 8).map((name, index) => ({ name, where: places[index] ?? 'home' }))
}

function codes(seed: string, name: string): () => string {
  const stream = labStream(seed, name)
  const given = new Set<string>()
  return () => {
    for (;;) {
      const code = stream.int(0x1000, 0xffff).toString(16)
      if (given.has(code)) continue
      given.add(code)
      return code
    }
  }
}

/** A moment as minutes since the first day began, written out. */
export function written(world: World, moment: number): string {
  const day = dayOf(moment)
  const date = world.dates.get(day) ?? dayAfter(world.firstDay, day)
  world.dates.set(day, date)
  return `${date}T${hours[moment - day * dayMinutes]}`
}

const two = (part: number) => String(part).padStart(2, '0')
/** Every minute of a day as `HH:MM`. */
const hours = Array.from({ length: dayMinutes }, (_, minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`)

/** Monday is day 0; no holiday lies in these two weeks. */
export const isWorkday = (day: number): boolean => day % 7 < 5

export const dayOf = (moment: number): number => Math.floor(moment / dayMinutes)

export const isOfficeHour = (moment: number): boolean =>
  isWorkday(dayOf(moment)) && moment % dayMinutes >= 8 * 60 + 30 && moment % dayMinutes < 18 * 60 + 30
