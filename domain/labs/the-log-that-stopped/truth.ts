/** What is right, what proves it, what only looked like it, and the way there. */

import type { DebriefStep, Decoy, Table, TaskTruth, Truth } from '../types.ts'
import { cellOf } from '../view.ts'
import type { drawArchive, Incident } from './incident.ts'
import type { Install, Job } from './jobs.ts'
import type { drawLateReporter, drawLeftover, SignIn } from './noise.ts'
import type { SilenceKind, Silences } from './silences.ts'
import type { Line } from './tables.ts'
import { type World, written } from './world.ts'

interface Made<T> {
  table: Table
  rowOf: Map<T, string>
}

export interface Scene {
  world: World
  silence: Silences
  incident: Incident
  archive: ReturnType<typeof drawArchive>
  onlooker: SignIn
  requests: readonly Job[]
  late: ReturnType<typeof drawLateReporter>
  leftover: ReturnType<typeof drawLeftover>
  journal: Made<Line>
  copy: Made<Line>
  installs: Made<Install>
}

/** How far from the line itself a time or a length may lie and still be right. */
const tolerance = 12

export function truthOf(scene: Scene): Omit<Truth, 'namesOnly'> {
  const { incident, journal } = scene
  const [before, after] = edgesOf(scene, 'incident')
  const begins = String(cellOf(journal.table, before, 'time'))
  const lasts = Number(cellOf(journal.table, after, 'since'))
  const machines = installRows(scene, ({ mark }) => mark === incident.job.mark)
  const known = incident.origin !== null
  const tasks: Record<string, TaskTruth> = {
    begins: { kind: 'time', value: begins, toleranceMinutes: tolerance },
    lasts: { kind: 'number', value: lasts, tolerance },
    mark: { kind: 'value', value: incident.job.mark },
    machines: { kind: 'rows', rows: machines },
    site: { kind: 'value', value: incident.origin?.site.name ?? null },
    response: {
      kind: 'choice',
      worth: known
        ? { 'keep-desk': 1, 'keep-gateway': 0.5, 'close-site': 0.2, reinstall: 0, restart: 0 }
        : { 'keep-desk': 0.3, 'keep-gateway': 1, 'close-site': 0, reinstall: 0, restart: 0 },
    },
  }
  const evidence = [before.id, after.id, ...copyRows(scene, [incident.job]), ...machines]
  return { tasks, evidence, decoys: decoysOf(scene, new Set(evidence)), steps: stepsOf(scene, begins, lasts, machines.length) }
}

/** A moment as it is told in words. */
const told = (world: World, moment: number) => written(world, moment).replace('T', ' ')

/** The journal’s rows on either side of a silence. */
function edgesOf({ world, silence, journal }: Scene, kind: SilenceKind): [Table['rows'][number], Table['rows'][number]] {
  const start = written(world, silence[kind].to)
  const after = journal.table.rows.findIndex((row) => String(row.cells[0]) >= start)
  return [journal.table.rows[after - 1], journal.table.rows[after]] as never
}

const installRows = ({ installs }: Scene, holds: (install: Install) => boolean): string[] =>
  [...installs.rowOf].flatMap(([install, id]) => (holds(install) ? [id] : []))

/** The copy’s lines of jobs and of the session that ordered them. */
const copyRows = ({ copy }: Scene, jobs: readonly Job[]): string[] => {
  const sessions = new Set(jobs.map(({ session }) => session))
  return [...copy.rowOf].flatMap(([line, id]) =>
    (line.made && jobs.includes(line.made)) || (line.session && sessions.has(line.session)) ? [id] : [],
  )
}

function decoysOf(scene: Scene, evidence: ReadonlySet<string>): Decoy[] {
  const { incident, archive, onlooker, requests, late, leftover, copy, silence, world } = scene
  const asked = new Set(requests.map(({ mark }) => mark))
  const planned = new Set(archive.jobs.map(({ mark }) => mark))
  const stale = new Set(late.installs.map(({ mark }) => mark))
  const edges = (kind: SilenceKind) => edgesOf(scene, kind).map(({ id }) => id)
  const minutes = (kind: SilenceKind) => silence[kind].to - silence[kind].from
  const signIns = (holds: (line: Line) => boolean) =>
    [...copy.rowOf].flatMap(([line, id]) => (line.event === 'sign-in' && holds(line) ? [id] : []))
  const { slow, job, signIn } = incident
  const all: Decoy[] = [
    {
      id: 'maintenance',
      rows: [...edges('maintenance'), ...edges('restart')],
      values: { from: told(world, silence.maintenance.from), minutes: minutes('maintenance'), short: minutes('restart') },
    },
    {
      id: 'archive',
      rows: [...edges('archive'), ...copyRows(scene, archive.jobs), ...installRows(scene, ({ mark }) => planned.has(mark))],
      values: { from: told(world, silence.archive.from), minutes: minutes('archive'), jobs: archive.jobs.length },
    },
    { id: 'power', rows: edges('power'), values: { from: told(world, silence.power.from), minutes: minutes('power') } },
    { id: 'requests', rows: installRows(scene, ({ mark }) => asked.has(mark)), values: { marks: asked.size } },
    {
      id: 'slow-clock',
      rows: installRows(scene, ({ machine }) => machine === slow),
      values: { machine: slow.name, site: slow.site.name, minutes: slow.slow },
    },
    {
      id: 'late-reporter',
      rows: installRows(scene, ({ mark }) => stale.has(mark)),
      values: { machine: world.away.name, events: late.installs.length },
    },
    {
      id: 'leftover',
      rows: installRows(scene, ({ mark }) => mark === leftover.installs[0]?.mark),
      values: { mark: leftover.installs[0]?.mark ?? '', machines: leftover.installs.length },
    },
    {
      id: 'onlooker',
      rows: signIns(({ session }) => session === onlooker.session),
      values: { account: onlooker.account, at: told(world, onlooker.at), machine: onlooker.from },
    },
    { id: 'owner', rows: signIns(({ account }) => account === signIn.account), values: { account: job.account, session: signIn.session } },
  ]
  return all.map((decoy) => ({ ...decoy, rows: decoy.rows.filter((row) => !evidence.has(row)) }))
}

function stepsOf({ world, silence, incident }: Scene, begins: string, lasts: number, machines: number): DebriefStep[] {
  const { job, signIn, origin } = incident
  const until = written(world, silence.incident.to)
  return [
    {
      id: 'silence',
      view: { table: 'journal', where: [{ column: 'since', from: 40 }], sort: { column: 'since', isDescending: true } },
      values: { begins: begins.replace('T', ' '), lasts },
    },
    {
      id: 'copy',
      view: { table: 'copy', where: [{ column: 'time', from: begins, to: until }] },
      values: { session: signIn.session, mark: job.mark, package: job.package },
    },
    { id: 'machines', view: { table: 'installs', where: [{ column: 'mark', is: job.mark }] }, values: { machines, mark: job.mark } },
    {
      id: 'origin',
      view: { table: 'copy', where: [{ column: 'session', is: signIn.session }] },
      values: {
        isKnown: origin ? 'yes' : 'no',
        from: signIn.from,
        site: origin?.site.name ?? '',
        where: origin?.site.where ?? '',
        at: told(world, signIn.at),
      },
    },
  ]
}
