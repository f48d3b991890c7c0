/** Ordinary weeks: rollouts from the calendar, programs on request, sign-ins, what had been sent before, a machine that was away. */
import { type LabStream, labStream } from '../stream.ts'
import type { Install, Job } from './jobs.ts'
import type { Silence } from './silences.ts'
import { dayMinutes, gateway, type World } from './world.ts'

export interface SignIn {
  at: number
  session: string
  account: string
  from: string
}

/** An entry of the change calendar; `made` is the moment of its job, if it has one. */
export interface Change {
  what: 'rollout' | 'correction' | 'maintenance' | 'archive' | 'standing'
  from: number
  to: number
  package: string | null
  mark: string | null
  approvedBy: string
}

const corrections = 3
export const workdays: readonly number[] = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11]
const isClearOf = (silences: readonly Silence[], from: number, to = from) =>
  silences.every((silence) => to < silence.from - 5 || from > silence.to + 5)

/** A moment in office hours on a working day at which the journal is not silent. */
function officeMoment(stream: LabStream, silences: readonly Silence[], days: readonly number[] = workdays): number {
  for (;;) {
    const moment = stream.pick(days) * dayMinutes + stream.int(9 * 60, 17 * 60)
    if (isClearOf(silences, moment, moment + 10)) return moment
  }
}

/**
 * One program for everybody, some for many, some for few; three of them had to be corrected under the same name.
 * @param days on which they are made, in order.
 */
export function drawRollouts(
  seed: string,
  world: World,
  silences: readonly Silence[],
  days: readonly number[],
): { jobs: Job[]; changes: Change[] } {
  const stream = labStream(seed, 'rollouts')
  const sizes = [world.machines.length, ...many(stream, 6, 40, 70), ...many(stream, 7, 8, 26)]
  const names = world.packages.slice(0, sizes.length - corrections)
  // The first comes early enough to arrive everywhere, so that each machine is in the evidence with its site; and what is corrected, before its correction.
  const early = names.map((_, index) => officeMoment(stream, silences, index < corrections ? days.slice(0, -2) : days))
  const late = early.slice(0, corrections).map((moment) =>
    officeMoment(
      stream,
      silences,
      days.filter((day) => day * dayMinutes > moment),
    ),
  )
  const moments = [...early, ...late]
  const jobs = sizes.map((size, index): Job => {
    const made = moments[index] ?? 0
    const operator = stream.pick(world.operators)
    // The last ones correct the first ones: the same name, another mark.
    const name = names[index % names.length] ?? ''
    const machines = stream.sample(world.machines, size)
    return { kind: 'rollout', package: name, mark: world.marks(), made, sent: made + 5, account: operator.name, session: null, machines }
  })
  const changes = jobs.map(({ made, package: name, mark }, index): Change => {
    const day = Math.floor(made / dayMinutes) * dayMinutes
    const what = index >= names.length ? 'correction' : 'rollout'
    return { what, from: day + 9 * 60, to: day + 18 * 60, package: name, mark, approvedBy: stream.pick(world.operators).name }
  })
  return { jobs, changes }
}

const many = (stream: LabStream, count: number, low: number, high: number) => Array.from({ length: count }, () => stream.int(low, high))

/** Programs that people ask the help desk for: one job a machine, under a standing change, in no calendar by mark. */
export function drawRequests(seed: string, world: World, silences: readonly Silence[]): Job[] {
  const stream = labStream(seed, 'requests')
  const offered = world.packages.slice(16, 16 + stream.int(6, 8)).map((name) => ({ name, mark: world.marks(), count: stream.int(8, 27) }))
  return offered.flatMap(({ name, mark, count }) =>
    stream.sample(world.machines, count).map((machine): Job => {
      const made = officeMoment(stream, silences)
      const operator = stream.pick(world.operators)
      return { kind: 'request', package: name, mark, made, sent: made + 1, account: operator.name, session: null, machines: [machine] }
    }),
  )
}

/** A machine that had been away for weeks reports what it installed in the meantime, all at once. */
export function drawLateReporter(seed: string, world: World, silence: Silence): { installs: Install[]; changes: Change[] } {
  const stream = labStream(seed, 'late reporter')
  const back = stream.int(silence.from, silence.to)
  const packages = world.packages.slice(12, 16)
  const changes = packages.map((name, index): Change => {
    const day = -(6 + index * 4 + stream.int(0, 3))
    const from = day * dayMinutes + 9 * 60
    return { what: 'rollout', from, to: from + 9 * 60, package: name, mark: world.marks(), approvedBy: stream.pick(world.operators).name }
  })
  const installs = changes.map(({ from, package: name, mark }, index) => ({
    at: from + stream.int(30, 500),
    received: back + index,
    machine: world.away,
    package: name ?? '',
    mark: mark ?? '',
  }))
  return { installs, changes }
}

/** A package sent on the Friday before, which reaches those who had gone home: in the calendar, and before the journal’s first line. */
export function drawLeftover(seed: string, world: World): { installs: Install[]; changes: Change[] } {
  const stream = labStream(seed, 'leftover')
  const [name = '', mark] = [world.packages[11], world.marks()]
  const friday = -3 * dayMinutes
  const installs = stream.sample(world.machines, stream.int(10, 24)).map((machine): Install => {
    const at = 8 * 60 + stream.int(0, 110)
    return { at, received: at + stream.int(0, 2), machine, package: name, mark }
  })
  const approvedBy = stream.pick(world.operators).name
  return { installs, changes: [{ what: 'rollout', from: friday + 9 * 60, to: friday + 18 * 60, package: name, mark, approvedBy }] }
}

/** Who signs in to the console in office hours: mostly from their own desk, at times through the gateway or from the desk they are helping at. */
export function drawSignIns(seed: string, world: World, silences: readonly Silence[]): SignIn[] {
  const stream = labStream(seed, 'sign-ins')
  return workdays.flatMap((day) =>
    stream.sample(world.operators, stream.int(3, 5)).map((operator) => ({
      at: officeMoment(stream, silences, [day]),
      session: world.sessions(),
      account: operator.name,
      from: stream.weighted([
        [operator.machine.name, 13],
        [gateway, 4],
        [stream.pick(world.machines).name, 3],
      ]),
    })),
  )
}
