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
const thursdayEnd = 4 * 1_440
/** Machines that are never off begin so often from Friday on, since no others do. */
const partLate = 0.3
/** On Sunday at noon a machine that is never off still has time for some calls. */
const lastPossibleStart = 6.5 * 1_440

interface Start {
  machine: Machine
  at: number
}

/** When each machine begins, which differs between versions. */
export interface Starting {
  /** In which part of all worlds they had begun before the records. */
  partOlder: number
  /** Two are calling already when the records begin. */
  older: (stream: LabStream, world: World, interval: number) => Start[]
  /** The first begins well after them. */
  later: (stream: LabStream, world: World) => Start[]
}

export function makeIncident(seed: string, world: World, { partOlder, older, later }: Starting): Incident {
  const stream = labStream(seed, 'incident')
  const isOlderThanRecords = stream.chance(partOlder)
  const interval = stream.int(40, 80)
  const starts = isOlderThanRecords ? older(stream, world, interval) : later(stream, world)
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

/** As version 1 has it: by the clock, so that the quiet hours of the first days held more of them than their part of the records. */
export const startingByTime: Starting = { partOlder: 0.22, older: olderStarts, later: laterStarts }

/**
 * By the place among the records, so that each part of them holds about as many: machines that are never off begin when nobody is at work,
 * the others while somebody is, and the first tenth is left to those that had begun before.
 * @param times of all other records, in order.
 */
export function startingByPlace(times: readonly number[]): Starting {
  const open = times.slice(Math.round(times.length / 10)).filter((at) => at <= lastPossibleStart)
  const [atWork, atRest, atEnd] = [open.filter(isAtWork), open.filter((at) => !isAtWork(at)), open.filter((at) => at >= thursdayEnd)]
  const drawn = (stream: LabStream, machine: Machine): Start => {
    if (machine.isAlwaysOn) return { machine, at: stream.pick(stream.chance(partLate) ? atEnd : atRest) + stream.int(0, 3) }
    return { machine, at: stream.pick(atWork.filter((at) => machine.shifts.some(([from, to]) => at >= from + 20 && at <= to - 120))) }
  }
  const later = (stream: LabStream, world: World): Start[] => {
    const { always, daily } = chosen(stream, world)
    for (;;) {
      const starts = [...always, ...daily].map((machine) => drawn(stream, machine))
      const [first = 0, second = 0] = starts.map(({ at }) => at).sort((a, b) => a - b)
      if (second - first >= leastLead) return starts
    }
  }
  const older = (stream: LabStream, world: World, interval: number): Start[] => {
    const { always, daily } = chosen(stream, world)
    return [...before(stream, always, interval), ...daily.map((machine) => drawn(stream, machine))]
  }
  return { partOlder: 0.16, older, later }
}

/** About the middle of a shift, until Thursday: whoever begins then still has a whole day for a rhythm. */
const isAtWork = (at: number) => at < thursdayEnd && at % 1_440 >= 530 && at % 1_440 <= 970

/** Two are calling already when the records begin. */
function olderStarts(stream: LabStream, world: World, interval: number): Start[] {
  const { always, daily } = chosen(stream, world)
  return [...before(stream, always, interval), ...daily.map((machine) => later(stream, machine, 1_440))]
}

const before = (stream: LabStream, machines: readonly Machine[], interval: number): Start[] =>
  machines.map((machine, index) => ({ machine, at: stream.int(1 + index * 14, 14 + index * (interval - 14)) }))

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
