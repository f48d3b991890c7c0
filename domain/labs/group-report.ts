/** What a group did in a lab, where it is large enough that nobody can be told apart. */
import { type Certainty, certainties } from '../attempts/types.ts'
import type { Cited, LabSummary } from './summary.ts'
import type { Wrong } from './wrong.ts'

/** Of fewer people nothing is told. */
export const leastPeople = 10
/** How many ways of being wrong are told of a task. */
const mostWrong = 3

/** One person's attempt. */
export interface AttemptDone extends LabSummary {
  /** From the beginning to the submission. */
  seconds: number
}

/** How many of how many. */
export interface Count {
  count: number
  of: number
}

/** Whose proof was cited wholly, in part, and not at all. */
export type CitedBy = Record<Cited, number>

export interface GroupReport {
  people: number
  /** By task, in the order of the lab: how many were right, the mean worth, and the commonest ways of being wrong. */
  tasks: Record<string, { right: number; worth: number; wrong: (Wrong & { count: number })[] }>
  /** Of how many it is known where they looked; where of too few, `tables` are null. */
  looked: number
  tables: Record<string, { opened: number; narrowed: number }> | null
  /** By table, and by step of the expert's path, that hold proof. */
  proofIn: Record<string, CitedBy>
  steps: Record<string, CitedBy>
  /** The part of the proving rows that was cited, on average. */
  cited: number
  /** Who marked some row of it, among those whose world has it; those in the worlds of too few are left out. */
  decoys: Record<string, Count>
  /** How many took how many hints, from none on. */
  hints: number[]
  /** Seconds: the quarter that were fastest took at most `lower`, the quarter that were slowest at least `upper`. */
  time: { lower: number; median: number; upper: number }
  /** How often responses given with each certainty were right. */
  certainty: (Count & { certainty: Certainty })[]
}

/** @returns null for fewer people than may be told of. @param tables in the order of the lab. */
export function groupReport(attempts: readonly AttemptDone[], tables: readonly string[]): GroupReport | null {
  if (attempts.length < leastPeople) return null
  const looks = attempts.flatMap(({ looked }) => looked ?? [])
  const inTables = tables.map((id) => [
    id,
    { opened: countOf(looks, ({ opened }) => opened.includes(id)), narrowed: countOf(looks, ({ narrowed }) => narrowed.includes(id)) },
  ])
  const responses = attempts.flatMap(({ tasks }) => Object.values(tasks))
  const seconds = attempts.map((attempt) => attempt.seconds).sort((a, b) => a - b)
  return {
    people: attempts.length,
    tasks: Object.fromEntries(idsIn(attempts, 'tasks').map((id) => [id, taskOf(attempts.flatMap(({ tasks }) => tasks[id] ?? []))])),
    looked: looks.length,
    tables: looks.length < leastPeople ? null : Object.fromEntries(inTables),
    proofIn: citedIn(attempts, 'tables'),
    steps: citedIn(attempts, 'steps'),
    cited: mean(attempts.map(({ cited }) => cited)),
    decoys: decoysOf(attempts),
    hints: hintsOf(attempts),
    time: { lower: quantile(seconds, 0.25), median: quantile(seconds, 0.5), upper: quantile(seconds, 0.75) },
    certainty: certainties.flatMap((certainty) => {
      const said = responses.filter((response) => response.certainty === certainty)
      return said.length > 0 ? [{ certainty, count: countOf(said, ({ wrong }) => wrong === null), of: said.length }] : []
    }),
  }
}

const countOf = <T>(all: readonly T[], holds: (one: T) => boolean) => all.filter(holds).length
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

type Parts = 'tasks' | 'tables' | 'steps' | 'decoys'
const idsIn = (attempts: readonly AttemptDone[], part: Parts) => [...new Set(attempts.flatMap((attempt) => Object.keys(attempt[part])))]

function taskOf(given: readonly LabSummary['tasks'][string][]): GroupReport['tasks'][string] {
  const counts = new Map<string, Wrong & { count: number }>()
  for (const { wrong } of given) {
    if (!wrong) continue
    const key = `${wrong.kind} ${wrong.of ?? ''}`
    counts.set(key, { ...wrong, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return {
    right: countOf(given, ({ wrong }) => wrong === null),
    worth: mean(given.map(({ worth }) => worth)),
    wrong: [...counts.values()].sort((a, b) => b.count - a.count).slice(0, mostWrong),
  }
}

/** Told of what is in the worlds of enough people: a step or a table may hold proof in some only. */
function citedIn(attempts: readonly AttemptDone[], part: 'tables' | 'steps'): Record<string, CitedBy> {
  const counted = idsIn(attempts, part).map((id) => {
    const cited = attempts.flatMap((attempt) => attempt[part][id] ?? [])
    const by = (how: Cited) => countOf(cited, (one) => one === how)
    return { id, of: cited.length, by: { all: by('all'), some: by('some'), none: by('none') } }
  })
  return Object.fromEntries(counted.filter(({ of }) => of >= leastPeople).map(({ id, by }) => [id, by]))
}

function decoysOf(attempts: readonly AttemptDone[]): Record<string, Count> {
  const counted = idsIn(attempts, 'decoys').map((id) => {
    const accused = attempts.flatMap(({ decoys }) => decoys[id] ?? [])
    return [id, { count: countOf(accused, (isAccused) => isAccused), of: accused.length }] as const
  })
  const told = counted.filter(([, { of }]) => of >= leastPeople)
  return Object.fromEntries(told.sort(([, a], [, b]) => b.count / b.of - a.count / a.of))
}

function hintsOf(attempts: readonly AttemptDone[]): number[] {
  const most = Math.max(...attempts.map(({ hints }) => hints))
  return Array.from({ length: most + 1 }, (_, taken) => countOf(attempts, ({ hints }) => hints === taken))
}

/** Of sorted values, between neighbours where it falls between them. */
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return below + (above - below) * (place - Math.floor(place))
}
