/** What the silence hides: somebody with an operator’s account stops the journal, sends a package, and lets the journal go on. */
import { labStream } from '../stream.ts'
import type { Job } from './jobs.ts'
import type { Change, SignIn } from './noise.ts'
import type { Silence } from './silences.ts'
import { dayMinutes, gateway, type Machine, type World } from './world.ts'

export interface Incident {
  job: Job
  signIn: SignIn
  /** The machine of the sign-in; null when it came through the gateway, so that nobody can tell from where. */
  origin: Machine | null
  /** The one machine of those reached whose clock is behind. */
  slow: Machine
}

export function drawIncident(seed: string, world: World, silence: Silence, rollouts: readonly Job[]): Incident {
  const stream = labStream(seed, 'incident')
  const operator = stream.pick(world.operators)
  const isHidden = stream.chance(0.25)
  const origin = stream.pick(world.machines.filter((machine) => world.operators.every((one) => one.machine !== machine)))
  const reached = stream.sample(world.machines, stream.int(10, 22))
  const made = silence.from + stream.int(4, 9)
  const job: Job = {
    kind: 'incident',
    // It borrows the name of a program that everybody was to get; only its mark is its own.
    package: stream.pick(rollouts).package,
    mark: world.marks(),
    made,
    sent: made + stream.int(4, 8),
    account: operator.name,
    session: world.sessions(),
    machines: reached,
  }
  const signIn = {
    at: silence.from - stream.int(5, 16),
    session: job.session ?? '',
    account: operator.name,
    from: isHidden ? gateway : origin.name,
  }
  const slow = stream.pick(reached.filter(({ site }) => site !== origin.site))
  slow.slow = stream.int(60, 170)
  slow.isAlwaysOn = true
  return { job, signIn, origin: isHidden ? null : origin, slow }
}

/** The journal is moved to the archive as planned, and two planned jobs run meanwhile: in the copy, not in the journal, and in the calendar. */
export function drawArchive(seed: string, world: World, silence: Silence): { jobs: Job[]; signIn: SignIn; changes: Change[] } {
  const stream = labStream(seed, 'archive')
  const operator = stream.pick(world.operators)
  const session = world.sessions()
  const jobs = world.packages.slice(24, 26).map((name, index): Job => {
    const made = silence.from + index * 20 + stream.int(5, 15)
    const machines = stream.sample(world.machines, stream.int(13, 29))
    const { name: account } = operator
    return { kind: 'archive', package: name, mark: world.marks(), made, sent: made + stream.int(4, 8), account, session, machines }
  })
  const from = stream.weighted([
    [operator.machine.name, 3],
    [gateway, 1],
  ])
  const window = {
    from: Math.floor(silence.from / 60) * 60,
    to: Math.ceil((silence.to + 1) / 60) * 60,
    approvedBy: stream.pick(world.operators).name,
  }
  return {
    jobs,
    signIn: { at: silence.from - stream.int(5, 16), session, account: operator.name, from },
    changes: [
      { what: 'archive', ...window, package: null, mark: null },
      ...jobs.map(({ package: name, mark }): Change => ({ what: 'rollout', ...window, package: name, mark })),
    ],
  }
}

/** Somebody on call looks in during the silence, from another desk, and orders nothing. */
export function drawOnlooker(seed: string, world: World, silence: Silence, incident: Pick<Incident, 'signIn'>): SignIn {
  const stream = labStream(seed, 'onlooker')
  const operator = stream.pick(world.operators.filter(({ name }) => name !== incident.signIn.account))
  const from = stream.pick(world.machines.filter(({ name }) => name !== operator.machine.name && name !== incident.signIn.from)).name
  return { at: silence.from + stream.int(20, 60), session: world.sessions(), account: operator.name, from }
}

/** The change calendar’s entry for the evening on which the server is down. */
export const maintenanceChange = ({ from, to }: Silence, approvedBy: string): Change => ({
  what: 'maintenance',
  from: Math.floor(from / 60) * 60,
  to: Math.ceil((to + 1) / 60) * 60,
  package: null,
  mark: null,
  approvedBy,
})

/** Programs on request need no entry of their own. */
export const standingChange = (approvedBy: string): Change => ({
  what: 'standing',
  from: -60 * dayMinutes,
  to: 60 * dayMinutes,
  package: null,
  mark: null,
  approvedBy,
})
