/** Ordinary life on the proxy: people who read, and programs that call by themselves, each for a reason that is written down. */
import { type LabStream, labStream } from '../stream.ts'
import { type Machine, minutesOfWeek, type Part, type Site, type World } from './world.ts'

/** One record of the proxy, in minutes of the week and kilobytes; `cause` never leaves the generator. */
export interface Entry {
  at: number
  machine: string
  site: Site
  sent: number
  received: number
  cause: Part | 'people' | 'left-open'
}

/** What the firm knows to call by itself: the list of known services, with its interval in minutes. */
export const knownServices = [
  ['backup', 1_440],
  ['clock', 1_440],
  ['display', 75],
  ['licence', 60],
  ['updater', 120],
  ['weekend-backup', 10_080],
] as const

export function makeNoise(seed: string, world: World): Entry[] {
  return [...people(seed, world), ...news(seed, world), ...services(seed, world), ...trial(seed, world)]
}

/** Everyone has a handful of sites, and no rhythm. */
function people(seed: string, { machines, sites }: World): Entry[] {
  const stream = labStream(seed, 'people')
  return machines.flatMap((machine) => {
    const favourites = stream.sample(sites, 7)
    const visits = machine.shifts.flatMap((shift) => Array.from({ length: stream.int(1, 7) }, () => stream.int(...shift)))
    const saturday = machine.isAlwaysOn && stream.chance(0.3) ? [stream.int(5 * 1440 + 540, 5 * 1440 + 1_000)] : []
    return [...visits, ...(machine.shifts.length > 0 ? saturday : [])].map((at) =>
      entry(machine, at, stream.pick(favourites), stream.int(2, 60), stream.int(20, 1_800), 'people'),
    )
  })
}

/** Half the house reads the same news site, whose page reloads itself while it is open; once somebody goes home without closing it. */
function news(seed: string, { machines, parts }: World): Entry[] {
  const stream = labStream(seed, 'news')
  const readers = stream.sample(
    machines.filter(({ shifts }) => shifts.length > 0),
    32,
  )
  const read = (machine: Machine, at: number, cause: Entry['cause']) =>
    entry(machine, at, parts.news, stream.int(3, 9), stream.int(300, 900), cause)
  const days = readers.flatMap((machine) =>
    machine.shifts.flatMap((shift) => {
      const visits = Array.from({ length: stream.int(1, 3) }, () => stream.int(...shift))
      const start = stream.int(...shift)
      const reloads = stream.chance(0.3) ? [1, 2, 3, 4].map((time) => start + time * 10).filter((at) => at < shift[1]) : []
      return [...visits, ...reloads].map((at) => read(machine, at, 'news'))
    }),
  )
  const forgetful = stream.pick(readers.filter(({ isAlwaysOn }) => isAlwaysOn)) ?? readers[0]
  const evening = stream.int(0, 3) * 1_440 + stream.int(1_090, 1_150)
  const night = steps(evening, evening + 13 * 60, 15).map((at) => read(forgetful as Machine, at, 'left-open'))
  return [...days, ...night]
}

function services(seed: string, { machines, parts }: World): Entry[] {
  const stream = labStream(seed, 'services')
  const always = machines.filter(({ isAlwaysOn, room }) => isAlwaysOn && room !== 'entrance')
  const staffed = machines.filter(({ shifts }) => shifts.length > 0)
  const call = (part: Part, machine: Machine, at: number, sent: number, received: number) =>
    entry(machine, at, parts[part], sent, received, part)
  const drawing = stream.sample(staffed, 15)
  const licensed = stream.sample(always, 3)
  return [
    ...machines.flatMap((machine) => clockTimes(machine, stream).map((at) => call('clock', machine, at, 1, 1))),
    ...drawing.flatMap((machine) =>
      machine.spans
        .flatMap(([from, to]) => steps(from + 7, to, 120))
        .map((at) => call('updater', machine, at, 2, stream.chance(0.04) ? stream.int(8_000, 60_000) : 3)),
    ),
    ...licensed.flatMap((machine) => steps(stream.int(1, 59), minutesOfWeek, 60).map((at) => call('licence', machine, at, 4, 4))),
    ...machines
      .filter(({ room }) => room === 'entrance')
      .flatMap((machine) => steps(stream.int(1, 70), minutesOfWeek, 75).map((at) => call('display', machine, at, 2, stream.int(90, 160)))),
    ...always.flatMap((machine) => backups(machine, stream, call)),
  ]
}

/** At switch-on; machines that are never off, once in the night. */
function clockTimes({ isAlwaysOn, spans }: Machine, stream: LabStream): number[] {
  if (!isAlwaysOn) return spans.map(([from]) => from + 1)
  const at = stream.int(5, 240)
  return [0, 1, 2, 3, 4, 5, 6].map((day) => day * 1_440 + at)
}

type Call = (part: Part, machine: Machine, at: number, sent: number, received: number) => Entry

function backups(machine: Machine, stream: LabStream, call: Call): Entry[] {
  const start = stream.int(60, 150)
  const nightly = [0, 1, 2, 3, 4, 5, 6].flatMap((day) => steps(day * 1_440 + start, day * 1_440 + start + 50, 20))
  const whole = stream.chance(0.6) ? steps(5 * 1_440 + 1_320, 6 * 1_440 + 200, 45) : []
  return [
    ...nightly.map((at) => call('backup', machine, at + stream.int(0, 3), stream.int(30_000, 180_000), stream.int(20, 60))),
    ...whole.map((at) => call('weekend-backup', machine, at + stream.int(0, 5), stream.int(200_000, 600_000), stream.int(20, 60))),
  ]
}

/** A trial version that was never taken off asks its maker abroad for a licence, and is refused each time. */
function trial(seed: string, { machines, parts }: World): Entry[] {
  const stream = labStream(seed, 'trial')
  const machine = stream.pick(machines.filter(({ isAlwaysOn, room }) => isAlwaysOn && room !== 'entrance'))
  return steps(stream.int(1, 35), minutesOfWeek, stream.int(30, 45)).map((at) =>
    entry(machine, at + stream.int(0, 2), parts.trial, 1, 0, 'trial'),
  )
}

const entry = (machine: Machine, at: number, site: Site, sent: number, received: number, cause: Entry['cause']): Entry => ({
  at,
  machine: machine.name,
  site,
  sent,
  received: site.country === 'outside' ? 0 : received,
  cause,
})

function steps(from: number, to: number, interval: number): number[] {
  const times: number[] = []
  for (let at = from; at < to; at += interval) times.push(at)
  return times
}
