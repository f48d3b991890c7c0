/** The sheet about the firm that plans: what it runs, which records exist where, and how long they are kept. */
import type { LabStream } from '../stream.ts'
import type { Place, RecordKind } from './controls.ts'

/** Where a record lies: on the machine that writes it, elsewhere, or it is not written at all. */
export type Kept = 'on-the-machine' | 'elsewhere' | 'not-written'

export interface FirmRow {
  item: string
  place: Place
  kept: Kept | null
  /** How many days back it reaches. */
  days: number | null
  count: number | null
}

/** The four records that always exist, for the order in which to save them. */
export const toSave: readonly (readonly [string, RecordKind, Place])[] = [
  ['save-endpoint-log', 'endpoint-log', 'own-sites'],
  ['save-mail-log', 'mail-log', 'own-sites'],
  ['save-proxy-log', 'proxy-log', 'own-sites'],
  ['save-sign-in-log', 'sign-in-log', 'cloud'],
]

const mayBeMissing: readonly (readonly [RecordKind, Place])[] = [
  ['admin-log', 'affiliates'],
  ['admin-log', 'own-sites'],
  ['cloud-audit-log', 'cloud'],
  ['deployment-journal', 'affiliates'],
  ['deployment-journal', 'own-sites'],
  ['endpoint-log', 'affiliates'],
  ['file-access', 'affiliates'],
  ['file-access', 'own-sites'],
  ['link-log', 'affiliates'],
  ['log-store', 'own-sites'],
  ['log-store', 'affiliates'],
  ['mail-log', 'affiliates'],
  ['proxy-log', 'affiliates'],
]
const lengths = [14, 30, 60, 90, 180, 365] as const

/** How often, by weight, a record that may be missing is kept in which way. */
export type States = readonly (readonly [Kept, number])[]

export const drawFirm = (stream: LabStream, states: States): FirmRow[] => [
  ...context(stream),
  ...alwaysThere(stream),
  ...perhapsThere(stream, states),
  ...besides(stream),
]

/** Different lengths, and at least one on each side, so that the order in which to save them is certain. */
function alwaysThere(stream: LabStream): FirmRow[] {
  const days = stream.sample(lengths, toSave.length)
  const onMachine = new Set(stream.sample([0, 1, 2, 3], stream.int(1, 3)))
  return toSave.map(([, item, place], index) => ({
    item,
    place,
    kept: onMachine.has(index) ? 'on-the-machine' : 'elsewhere',
    days: days[index] ?? null,
    count: null,
  }))
}

const perhapsThere = (stream: LabStream, states: States): FirmRow[] =>
  mayBeMissing.map(([item, place]) => {
    const drawn = stream.weighted(states)
    // A store for logs is elsewhere, or it is none.
    const kept = item === 'log-store' && drawn === 'on-the-machine' ? 'not-written' : drawn
    return { item, place, kept, days: kept === 'not-written' ? null : stream.pick(lengths), count: null }
  })

/** Kept with care, for years, and of no use here. */
const besides = (stream: LabStream): FirmRow[] => [
  { item: 'bills', place: 'rented-servers', kept: 'elsewhere', days: 2555, count: null },
  { item: 'badge-readers', place: 'own-sites', kept: 'elsewhere', days: stream.pick([730, 1095, 1825]), count: null },
  { item: 'telephone-list', place: 'own-sites', kept: 'elsewhere', days: stream.pick([365, 730, 1095]), count: null },
]

const context = (stream: LabStream): FirmRow[] => [
  { item: 'sites', place: 'own-sites', kept: null, days: null, count: stream.int(3, 9) },
  { item: 'companies', place: 'affiliates', kept: null, days: null, count: stream.int(2, 14) },
  { item: 'accounts', place: 'cloud', kept: null, days: null, count: 10 * stream.int(40, 300) },
  { item: 'servers', place: 'rented-servers', kept: null, days: null, count: stream.int(6, 60) },
]

export const byItem = (a: FirmRow, b: FirmRow) => compare(a.item, b.item) || compare(a.place, b.place)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
