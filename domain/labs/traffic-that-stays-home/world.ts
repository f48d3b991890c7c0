/** The office of this lab: a week, sixty machines and who uses them, and the destinations that exist. */
import { dayAfter, isWorkingDay } from '../calendar.ts'
import { namesFrom } from '../people.ts'
import { type LabStream, labStream } from '../stream.ts'

export const minutesOfWeek = 7 * 24 * 60
const machinesPerRoom = [
  ['drawing', 18],
  ['entrance', 2],
  ['office', 14],
  ['sales', 10],
  ['stores', 6],
  ['test', 10],
] as const

export interface Machine {
  name: string
  room: string
  user: string
  /** Never switched off: measuring stands, calculations, displays. */
  isAlwaysOn: boolean
  /** When it is on, in minutes of the week. */
  spans: readonly (readonly [from: number, to: number])[]
  /** When somebody sits at it. */
  shifts: readonly (readonly [from: number, to: number])[]
}

export interface Site {
  domain: string
  registered: string
  provider: string
  country: 'inside' | 'outside'
  category: string
}

export interface World {
  monday: string
  machines: readonly Machine[]
  /** Sites that people visit, at home and abroad. */
  sites: readonly Site[]
  /** The site that stands for each part in the story. */
  parts: Readonly<Record<Part, Site>>
}

export type Part = 'destination' | 'news' | 'updater' | 'backup' | 'weekend-backup' | 'licence' | 'display' | 'clock' | 'trial'

export function makeWorld(seed: string): World {
  const monday = labStream(seed, 'week').pick(weeks())
  return { monday, machines: makeMachines(seed), ...makeSites(seed, monday) }
}

/** Mondays of weeks without a holiday. */
function weeks(): string[] {
  const mondays = Array.from({ length: 101 }, (_, index) => dayAfter('2024-01-15', 7 * index))
  return mondays.filter((monday) => [0, 1, 2, 3, 4].every((day) => isWorkingDay(dayAfter(monday, day))))
}

const alwaysOnBesideDisplays = 14

function makeMachines(seed: string): Machine[] {
  const users = namesFrom(labStream(seed, 'names'), 60)
  const stream = labStream(seed, 'machines')
  const named = machinesPerRoom.flatMap(([room, count]) =>
    Array.from({ length: count }, (_, index) => ({ room, name: `${room}-${String(index + 1).padStart(2, '0')}` })),
  )
  const offices = named.filter(({ room }) => room !== 'entrance').map(({ name }) => name)
  const alwaysOn = new Set(stream.sample(offices, alwaysOnBesideDisplays))
  return named.map(({ room, name }, index) => {
    const isAlwaysOn = room === 'entrance' || alwaysOn.has(name)
    const shifts = room === 'entrance' ? [] : shiftsOf(stream)
    return { name, room, user: users[index] ?? '', isAlwaysOn, shifts, spans: isAlwaysOn ? [[0, minutesOfWeek]] : shifts }
  })
}

/** Monday to Friday, about half past eight to about six; now and then somebody is away. */
function shiftsOf(stream: LabStream): [number, number][] {
  return [0, 1, 2, 3, 4].flatMap((day) => {
    const span: [number, number] = [day * 1440 + stream.around(510, 35), day * 1440 + stream.around(1090, 80)]
    return stream.chance(0.05) ? [] : [span]
  })
}

const providersInside = ['Asagiri Racks', 'Brightmoor Hosting', 'Lantern Row Servers', 'Tokonoma Hosting', 'Yukari Net Rooms'] as const
const providersOutside = ['Far Quay Hosting', 'Greywater Servers', 'Longmile Racks'] as const
const categories = [
  ['supplier', 4],
  ['travel', 2],
  ['public-office', 2],
  ['trade', 3],
  ['storage', 1],
  ['software', 1],
  ['none', 4],
] as const
const [sitesInside, sitesOutside] = [44, 12]

function makeSites(seed: string, monday: string): Pick<World, 'sites' | 'parts'> {
  const domains = domainsFrom(labStream(seed, 'domains'), sitesInside + sitesOutside + 9)
  const stream = labStream(seed, 'register')
  const next = (country: Site['country'], category: string, daysOld: number): Site => ({
    domain: domains.pop() ?? '',
    registered: dayAfter(monday, -daysOld),
    provider: stream.pick<string>(country === 'inside' ? providersInside : providersOutside),
    country,
    category,
  })
  const old = () => stream.int(500, 6_000)
  const ordinary = (country: Site['country']) =>
    next(country, stream.weighted(categories), stream.chance(0.2) ? stream.int(4, 150) : stream.int(200, 6_000))
  const sites = [
    ...Array.from({ length: sitesInside }, () => ordinary('inside')),
    ...Array.from({ length: sitesOutside }, () => ordinary('outside')),
  ]
  const parts = {
    destination: next('inside', stream.weighted(categories), stream.int(40, 170)),
    news: next('inside', 'news', old()),
    updater: next('inside', 'software', old()),
    backup: next('inside', 'storage', old()),
    'weekend-backup': next('inside', 'storage', old()),
    licence: next('inside', 'software', old()),
    display: next('inside', 'travel', old()),
    clock: next('inside', 'public-office', old()),
    trial: next('outside', 'software', stream.int(60, 2_000)),
  }
  return { sites, parts }
}

const first = [
  ...[
    'amber',
    'asahi-dori',
    'birch',
    'blue',
    'cedar',
    'clover',
    'copper',
    'fern',
    'granite',
    'hinoki',
    'indigo',
    'kaze',
    'kiri',
    'lemon',
    'maple',
  ],
  ...['mikan', 'north', 'oak', 'olive', 'plain', 'quiet', 'river', 'sable', 'silver', 'stone', 'sumire', 'tall', 'ume', 'violet', 'willow'],
] as const
const second = [
  'bridge',
  'court',
  'field',
  'garden',
  'gate',
  'hall',
  'harbour',
  'hill',
  'lane',
  'mark',
  'mill',
  'point',
  'row',
  'works',
  'yard',
] as const

/** So many different domains, from the same words whatever they are for. */
function domainsFrom(stream: LabStream, count: number): string[] {
  const domains = new Set<string>()
  while (domains.size < count) domains.add(`${stream.pick(first)}-${stream.pick(second)}.${stream.chance(0.8) ? 'example' : 'test'}`)
  return [...domains]
}
