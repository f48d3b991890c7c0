/** A few machines that call one destination at home, like clockwork; since when and in which rhythm is drawn. */
import { type LabStream, labStream } from '../stream.ts'
import type { Entry } from './noise.ts'
import { type Machine, minutesOfWeek, type World } from './world.ts'

export interface Incident {
  entries: readonly Entry[]
  /** The machines in the order in which they began. */
  machines: readonly string[]
  /** It had begun before the records did: neither when nor where can be known. */
  isOlderThanRecords: boolean
  interval: number
}

/** Before this the records show that a machine was on and did not call. */
const firstPossibleStart = 360
/** So long after the first machine the next one begins, at the earliest. */
const leastLead = 180
const fridayEnd = 5 * 1_440 - 1

interface Start {
  machine: Machine
  at: number
}

export function makeIncident(seed: string, world: World): Incident {
  const stream = labStream(seed, 'incident')
  const isOlderThanRecords = stream.chance(0.22)
  const interval = stream.int(40, 80)
  const starts = isOlderThanRecords ? olderStarts(stream, world, interval) : laterStarts(stream, world)
  starts.sort((a, b) => a.at - b.at)
  const entries = starts.flatMap((start) => calls(stream, world, start, interval))
  return { entries, machines: starts.map(({ machine }) => machine.name), isOlderThanRecords, interval }
}

function chosen(stream: LabStream, { machines }: World): { always: Machine[]; daily: Machine[] } {
  const able = machines.filter(({ room }) => room !== 'entrance')
  const always = stream.sample(
    able.filter(({ isAlwaysOn }) => isAlwaysOn),
    2,
  )
  const whole = able.filter(({ isAlwaysOn, shifts }) => !isAlwaysOn && shifts.length === 5)
  return { always, daily: stream.sample(whole, stream.int(1, 2)) }
}

/** Two are calling already when the records begin. */
function olderStarts(stream: LabStream, world: World, interval: number): Start[] {
  const { always, daily } = chosen(stream, world)
  return [
    ...always.map((machine, index) => ({ machine, at: stream.int(1 + index * 14, 14 + index * (interval - 14)) })),
    ...daily.map((machine) => later(stream, machine, 1_440)),
  ]
}

function laterStarts(stream: LabStream, world: World): Start[] {
  const { always, daily } = chosen(stream, world)
  const [first, ...others] = stream.chance(0.6) ? [...always, ...daily] : [...daily, ...always]
  const start = first?.isAlwaysOn
    ? { machine: first, at: lateIn(stream, firstPossibleStart, 3 * 1_440) }
    : { machine: first as Machine, at: withinShift(stream, first as Machine, stream.int(1, 2)) }
  return [start, ...others.map((machine) => later(stream, machine, start.at + leastLead))]
}

/** Early enough in the week to leave a rhythm behind. */
function later(stream: LabStream, machine: Machine, from: number): Start {
  if (machine.isAlwaysOn) return { machine, at: lateIn(stream, from, fridayEnd) }
  const days = [0, 1, 2, 3].filter((day) => (machine.shifts[day]?.[0] ?? 0) > from)
  return { machine, at: withinShift(stream, machine, stream.pick(days.slice(-2))) }
}

/** The later half of a span more often: the quiet nights and the weekend weigh little among the places of records. */
const lateIn = (stream: LabStream, from: number, to: number) => Math.max(stream.int(from, to), stream.int(from, to))

const withinShift = (stream: LabStream, { shifts }: Machine, day: number) => {
  const [from, to] = shifts[day] ?? [0, 0]
  return stream.int(from + 20, to - 120)
}

/** As steady as a program that wants to look a little less so; a call is missing now and then, and few carry much. */
function calls(stream: LabStream, { parts }: World, { machine, at: start }: Start, interval: number): Entry[] {
  const size = stream.int(2, 6)
  const times = machine.spans.flatMap(([from, to]) => {
    if (to <= start) return []
    const times: number[] = []
    let at = from > start ? from + stream.int(2, interval) : start
    for (; at < Math.min(to, minutesOfWeek); at += Math.round((interval * stream.int(94, 106)) / 100))
      if (times.length === 0 || !stream.chance(0.02)) times.push(at)
    return times
  })
  return times.map((at) => {
    const sent = stream.chance(0.03) ? stream.int(150, 900) : size + stream.int(0, 2)
    return { at, machine: machine.name, site: parts.destination, sent, received: stream.int(1, 4), cause: 'destination' as const }
  })
}
