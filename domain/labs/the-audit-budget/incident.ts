/** Three invented incidents out of four patterns, with intervals like those of the real cases. */
import type { LabStream } from '../stream.ts'
import type { Place, Trace } from './controls.ts'

export interface Line {
  /** Its row among all lines of the three incidents. */
  row: string
  /** Days since the entry. */
  day: number
  place: Place
  trace: Trace
  /** The day on which it was erased on the machine that wrote it. */
  erasedOn: number | null
}

export interface Incident {
  /** The firm it happened to, by its trade: drawn before anything else is known of it. */
  trade: string
  pattern: Pattern
  lines: readonly Line[]
  noticedOn: number
  /** The row that says when it was noticed; null where every line says it. */
  endRow: string | null
}

export type Pattern = 'long-quiet' | 'through-the-guard' | 'cloud-account' | 'rented-at-home'

interface Draft {
  trace: Trace
  places: readonly Place[]
  days: readonly [number, number]
  /** How often, in hundredths, such an incident leaves it. */
  often: number
}

const own = ['own-sites'] as const
const affiliate = ['affiliates'] as const
const either = ['own-sites', 'affiliates'] as const
const cloud = ['cloud'] as const

const patterns: Readonly<Record<Pattern, { noticed: readonly [number, number]; erased: number; drafts: readonly Draft[] }>> = {
  // Half a year until somebody looks, with a report in hand.
  'long-quiet': {
    noticed: [160, 205],
    erased: 15,
    drafts: [
      { trace: 'lure-mail', places: either, days: [0, 1], often: 80 },
      { trace: 'steady-contact', places: either, days: [2, 24], often: 90 },
      { trace: 'renamed-tool', places: either, days: [8, 40], often: 70 },
      { trace: 'contact-abroad', places: own, days: [15, 50], often: 35 },
      { trace: 'admin-without-order', places: own, days: [20, 70], often: 75 },
      { trace: 'mass-reading', places: own, days: [30, 95], often: 90 },
      { trace: 'large-upload', places: own, days: [60, 140], often: 70 },
    ],
  },
  // A management server of an affiliate, then further; some machines are wiped of their logs.
  'through-the-guard': {
    noticed: [90, 116],
    erased: 65,
    drafts: [
      { trace: 'unplanned-package', places: affiliate, days: [0, 6], often: 90 },
      { trace: 'renamed-tool', places: either, days: [3, 20], often: 90 },
      { trace: 'unexpected-link', places: affiliate, days: [14, 40], often: 85 },
      { trace: 'unplanned-package', places: own, days: [22, 50], often: 80 },
      { trace: 'admin-without-order', places: either, days: [16, 55], often: 70 },
      { trace: 'silent-log', places: either, days: [25, 70], often: 75 },
      { trace: 'steady-contact', places: own, days: [25, 60], often: 50 },
      { trace: 'large-upload', places: own, days: [50, 85], often: 45 },
    ],
  },
  // Real passwords, no malware.
  'cloud-account': {
    noticed: [60, 105],
    erased: 10,
    drafts: [
      { trace: 'lure-mail', places: affiliate, days: [0, 2], often: 60 },
      { trace: 'unexpected-link', places: affiliate, days: [2, 20], often: 70 },
      { trace: 'admin-without-order', places: affiliate, days: [3, 24], often: 75 },
      { trace: 'odd-sign-in', places: cloud, days: [8, 34], often: 95 },
      { trace: 'mass-download', places: cloud, days: [16, 55], often: 90 },
      { trace: 'contact-abroad', places: own, days: [10, 40], often: 25 },
    ],
  },
  // A server rented inside the country: no list and no filter knows it.
  'rented-at-home': {
    noticed: [140, 230],
    erased: 20,
    drafts: [
      { trace: 'lure-mail', places: either, days: [0, 2], often: 55 },
      { trace: 'unknown-rental', places: ['rented-servers'], days: [1, 30], often: 60 },
      { trace: 'steady-contact', places: either, days: [4, 30], often: 95 },
      { trace: 'renamed-tool', places: either, days: [10, 60], often: 60 },
      { trace: 'unexpected-link', places: affiliate, days: [20, 80], often: 45 },
      { trace: 'mass-reading', places: own, days: [40, 110], often: 70 },
      { trace: 'large-upload', places: own, days: [50, 130], often: 85 },
    ],
  },
}

const trades = ['ceramics', 'instruments', 'logistics', 'optics', 'printing', 'pumps'] as const

/**
 * @param streamOf gives each pattern a stream of its own.
 * @param isEndRow whether each incident has a last row that says when it was noticed.
 */
export function drawIncidents(streamOf: (name: string) => LabStream, isEndRow: boolean): Incident[] {
  const names = streamOf('trades').sample(trades, 3)
  const drawn = streamOf('patterns').sample(Object.keys(patterns) as Pattern[], 3)
  let rows = 0
  const nextRow = () => {
    rows += 1
    return `incidents-${rows}`
  }
  return drawn
    .map((pattern, index) => ({ trade: names[index] ?? '', pattern, ...drawIncident(streamOf(pattern), pattern) }))
    .sort((a, b) => (a.trade < b.trade ? -1 : 1))
    .map(({ lines, ...incident }) => ({
      ...incident,
      lines: lines.map((line) => ({ row: nextRow(), ...line })),
      endRow: isEndRow ? nextRow() : null,
    }))
}

function drawIncident(stream: LabStream, pattern: Pattern): { lines: Omit<Line, 'row'>[]; noticedOn: number } {
  const { noticed, erased, drafts } = patterns[pattern]
  const noticedOn = stream.int(...noticed)
  const lines = drafts.flatMap(({ trace, places, days, often }) => {
    const line = { day: stream.int(...days), place: stream.pick(places), trace }
    const erasedOn = line.day + stream.int(5, 45)
    const isLeft = stream.chance(often / 100)
    const isErased = stream.chance(erased / 100) && canBeErased(line.trace) && erasedOn < noticedOn
    return isLeft ? [{ ...line, erasedOn: isErased ? erasedOn : null }] : []
  })
  return { noticedOn, lines: lines.sort((a, b) => a.day - b.day) }
}

/** What lies with somebody else, or is an absence itself, is not erased on a machine. */
const canBeErased = (trace: Trace) => !['silent-log', 'unknown-rental', 'odd-sign-in', 'mass-download'].includes(trace)
