import { guessByNames } from '../names-only.ts'
import { labStream } from '../stream.ts'
import type { Generated } from '../types.ts'
import { drawArchive, drawIncident, drawOnlooker, maintenanceChange, standingChange } from './incident.ts'
import { installsOf } from './jobs.ts'
import { drawLateReporter, drawLeftover, drawRequests, drawRollouts, drawSignIns } from './noise.ts'
import type { Silences } from './silences.ts'
import { changesTable, copyTable, installsTable, journalTable, linesOf } from './tables.ts'
import { type Scene, truthOf } from './truth.ts'
import { drawWorld } from './world.ts'

/** What differs between versions. */
export interface Ways {
  drawSilences: (seed: string) => Silences
  /** Days on which planned packages are sent. */
  rolloutDays: readonly number[]
}

export function generate(seed: string, { drawSilences, rolloutDays }: Ways): Generated {
  const world = drawWorld(seed)
  const silence = drawSilences(seed)
  const silences = Object.values(silence)
  const rollouts = drawRollouts(seed, world, silences, rolloutDays)
  const requests = drawRequests(seed, world, silences)
  const archive = drawArchive(seed, world, silence.archive)
  const incident = drawIncident(seed, world, silence.incident, rollouts.jobs)
  const onlooker = drawOnlooker(seed, world, silence.incident, incident)
  const late = drawLateReporter(seed, world, silence.incident)
  const leftover = drawLeftover(seed, world)
  const jobs = [...rollouts.jobs, ...requests, ...archive.jobs, incident.job]
  const arrivals = labStream(seed, 'arrivals')
  const installs = [...jobs.flatMap((job) => installsOf(job, arrivals)), ...late.installs, ...leftover.installs]
  const signIns = [...drawSignIns(seed, world, silences), archive.signIn, incident.signIn, onlooker]
  const lines = linesOf(jobs, signIns, silences, [archive.signIn, incident.signIn])
  const approver = labStream(seed, 'approvals').pick(world.operators).name
  const changes = [
    ...rollouts.changes,
    ...archive.changes,
    ...late.changes,
    ...leftover.changes,
    maintenanceChange(silence.maintenance, approver),
    maintenanceChange(silence.restart, approver),
    standingChange(approver),
  ]
  const [journal, copy] = [journalTable(world, lines, silences), copyTable(world, lines, labStream(seed, 'delays'))]
  const reported = installsTable(world, installs)
  const scene: Scene = { world, silence, incident, archive, onlooker, requests, late, leftover, journal, copy, installs: reported }
  const found = world.machines.flatMap((machine, index) => (incident.job.machines.includes(machine) ? [index] : []))
  const names = world.machines.map(({ person }) => person)
  return {
    evidence: { tables: [journal.table, copy.table, reported.table, changesTable(world, changes).table] },
    truth: { ...truthOf(scene), namesOnly: guessByNames(names, found, labStream(seed, 'names only')) },
  }
}
