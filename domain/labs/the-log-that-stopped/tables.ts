/** The four tables, each in its natural order. */
import type { LabStream } from '../stream.ts'
import type { Cell, Row, Table, TableSpec } from '../types.ts'
import type { Install, Job } from './jobs.ts'
import type { Change, SignIn } from './noise.ts'
import { beat, isServerDown, type Silence } from './silences.ts'
import { dayCount, dayMinutes, type World, written } from './world.ts'

/** A line of the server, as it was written. */
export interface Line {
  at: number
  event: 'alive' | 'sign-in' | 'job-made' | 'job-sent' | 'request' | 'journal-off' | 'journal-on' | 'server-off' | 'server-on'
  session?: string | null
  account?: string
  from?: string
  job?: string
  made?: Job
}

const specs = {
  journal: {
    id: 'journal',
    columns: [
      { id: 'time', kind: 'time' },
      { id: 'since', kind: 'number' },
      { id: 'event', kind: 'word' },
      { id: 'job', kind: 'text' },
      { id: 'package', kind: 'text' },
      { id: 'mark', kind: 'text' },
      { id: 'machines', kind: 'number' },
      { id: 'account', kind: 'text' },
    ],
  },
  copy: {
    id: 'copy',
    columns: [
      { id: 'received', kind: 'time' },
      { id: 'time', kind: 'time' },
      { id: 'event', kind: 'word' },
      { id: 'session', kind: 'text' },
      { id: 'account', kind: 'text' },
      { id: 'from', kind: 'text' },
      { id: 'job', kind: 'text' },
      { id: 'mark', kind: 'text' },
    ],
  },
  installs: {
    id: 'installs',
    columns: [
      { id: 'received', kind: 'time' },
      { id: 'clock', kind: 'time' },
      { id: 'machine', kind: 'text' },
      { id: 'person', kind: 'text' },
      { id: 'site', kind: 'text' },
      { id: 'where', kind: 'word' },
      { id: 'package', kind: 'text' },
      { id: 'mark', kind: 'text' },
    ],
  },
  changes: {
    id: 'changes',
    columns: [
      { id: 'from', kind: 'time' },
      { id: 'to', kind: 'time' },
      { id: 'what', kind: 'word' },
      { id: 'package', kind: 'text' },
      { id: 'mark', kind: 'text' },
      { id: 'approved', kind: 'text' },
    ],
  },
} as const satisfies Record<string, TableSpec>

/** Everything the server ever wrote, in order; while it is down it writes nothing. */
export function linesOf(
  jobs: readonly Job[],
  signIns: readonly SignIn[],
  silences: readonly Silence[],
  journal: readonly SignIn[],
): Line[] {
  const beats = Array.from({ length: (dayCount * dayMinutes) / beat }, (_, index): Line => ({ at: index * beat, event: 'alive' }))
  const numbered = [...jobs].sort((a, b) => a.made - b.made).map((made, index) => ({ made, job: `J-${4100 + index}` }))
  const ofJobs = numbered.flatMap(({ made, job }): Line[] => {
    const line = { job, made, account: made.account, session: made.session }
    if (made.kind === 'request') return [{ at: made.made, event: 'request', ...line }]
    return [
      { at: made.made, event: 'job-made', ...line },
      { at: made.sent, event: 'job-sent', job, made },
    ]
  })
  const ofServer = silences.flatMap((silence): Line[] => {
    if (silence.kind === 'power') return [{ at: silence.to, event: 'server-on' }]
    if (isServerDown(silence)) return [silence.from, silence.to].map((at, index) => ({ at, event: index ? 'server-on' : 'server-off' }))
    const { session, account } = journal.find((one) => one.at < silence.from && one.at > silence.from - 20) as SignIn
    return [silence.from, silence.to].map((at, index) => ({ at, event: index ? 'journal-on' : 'journal-off', session, account }))
  })
  const ofPeople = signIns.map((signIn): Line => ({ event: 'sign-in', ...signIn }))
  const isWritten = ({ at }: Line) => !silences.some((silence) => isServerDown(silence) && at > silence.from && at < silence.to)
  return [...beats, ...ofJobs, ...ofServer, ...ofPeople].filter(isWritten).sort((a, b) => a.at - b.at)
}

/** The journal as the server shows it: jobs and signs of life, and neither sign-ins nor anything from while it was off. */
export function journalTable(
  world: World,
  lines: readonly Line[],
  silences: readonly Silence[],
): { table: Table; rowOf: Map<Line, string> } {
  const off = silences.filter((silence) => !isServerDown(silence))
  const isShown = ({ at, event }: Line) =>
    !['sign-in', 'journal-off', 'journal-on'].includes(event) && !off.some(({ from, to }) => at >= from && at < to)
  const resumed = off.map(({ to }): Line => ({ at: to, event: 'alive' }))
  const shown = [...lines.filter(isShown), ...resumed].sort((a, b) => a.at - b.at)
  return tableOf(specs.journal, shown, ({ at, event, job, made, account }, before) => {
    const since = before ? at - before.at : null
    return [
      written(world, at),
      since,
      event,
      job ?? null,
      made?.package ?? null,
      made?.mark ?? null,
      made?.machines.length ?? null,
      account ?? null,
    ]
  })
}

/** The copy as the log store received it, a moment later. */
export function copyTable(world: World, lines: readonly Line[], stream: LabStream): { table: Table; rowOf: Map<Line, string> } {
  const received = lines.map((line) => ({ line, received: line.at + stream.int(0, 2) })).sort((a, b) => a.received - b.received)
  const { table, rowOf } = tableOf(specs.copy, received, ({ line, received: at }) => {
    const { event, session, account, from, job, made } = line
    const cells = [session ?? null, account ?? null, from ?? null, job ?? null, made?.mark ?? null]
    return [written(world, at), written(world, line.at), event, ...cells]
  })
  return { table, rowOf: new Map([...rowOf].map(([{ line }, id]) => [line, id])) }
}

/** What the machines reported, with the time by their own clocks. */
export function installsTable(world: World, installs: readonly Install[]): { table: Table; rowOf: Map<Install, string> } {
  const sorted = [...installs].sort((a, b) => a.received - b.received || (a.machine.name < b.machine.name ? -1 : 1))
  return tableOf(specs.installs, sorted, ({ received, at, machine, package: name, mark }) => {
    const { name: machineName, person, site, slow } = machine
    return [written(world, received), written(world, at - slow), machineName, person, site.name, site.where, name, mark]
  })
}

export function changesTable(world: World, changes: readonly Change[]): { table: Table; rowOf: Map<Change, string> } {
  const sorted = [...changes].sort((a, b) => a.from - b.from || a.to - b.to || ((a.mark ?? '') < (b.mark ?? '') ? -1 : 1))
  return tableOf(specs.changes, sorted, ({ from, to, what, package: name, mark, approvedBy }) => {
    return [written(world, from), written(world, to), what, name, mark, approvedBy]
  })
}

function tableOf<T>(
  spec: TableSpec,
  items: readonly T[],
  cells: (item: T, before: T | undefined) => Cell[],
): { table: Table; rowOf: Map<T, string> } {
  const rowOf = new Map<T, string>()
  const rows = items.map((item, index): Row => {
    const id = `${spec.id}-${index + 1}`
    rowOf.set(item, id)
    return { id, cells: cells(item, items[index - 1]) }
  })
  return { table: { ...spec, rows }, rowOf }
}
