/** What a lab speaks of, and needs words for, and how much there is to do in it: found by making a few of its worlds. */
import type { Generated, Lab, TaskSpec, View } from './types.ts'

export interface SpokenOf {
  /** Ids of the columns of each table. */
  tables: Map<string, string[]>
  codes: string[]
  /** Names of the values that the words of each step and decoy may use. */
  steps: Map<string, string[]>
  decoys: Map<string, string[]>
  work: Work
}

/** What a solver does in one of its worlds, on average. */
export interface Work {
  /** On the expert's path: a table opened, a column filtered, sorted or grouped. */
  turns: number
  /** Rows that prove it, and what only looks guilty. */
  proof: number
  decoys: number
}

/** As many worlds as show every step and decoy of a lab. */
const worldsLookedAt = 6
const known = new WeakMap<Lab, SpokenOf>()

export function spokenOf(lab: Lab): SpokenOf {
  const found = known.get(lab) ?? lookAt(lab)
  known.set(lab, found)
  return found
}

function lookAt(lab: Lab): SpokenOf {
  const worlds = Array.from({ length: worldsLookedAt }, (_, index) => lab.generate(String(index + 1).repeat(32)))
  const listed = lab.tasks.flatMap((task) => (task.kind === 'value' ? codesOffered(task.from) : []))
  const byId = (all: readonly { id: string; values: Readonly<Record<string, unknown>> }[]) =>
    new Map(all.map(({ id, values }) => [id, Object.keys(values)]))
  return {
    tables: new Map(worlds[0]?.evidence.tables.map(({ id, columns }) => [id, columns.map((column) => column.id)])),
    codes: [...new Set([...listed, ...worlds.flatMap(codesIn)])],
    steps: byId(worlds.flatMap(({ truth }) => truth.steps)),
    decoys: byId(worlds.flatMap(({ truth }) => truth.decoys)),
    work: {
      turns: mean(worlds.map(({ truth }) => truth.steps.reduce((sum, { view }) => sum + turnsIn(view), 0))),
      proof: mean(worlds.map(({ truth }) => truth.evidence.length)),
      decoys: mean(worlds.map(({ truth }) => truth.decoys.length)),
    },
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const turnsIn = ({ where, sort, group }: View) => 1 + where.length + (sort ? 1 : 0) + (group ? 1 : 0)

/** The codes among what a task of a value offers. */
export const codesOffered = (from: Extract<TaskSpec, { kind: 'value' }>['from']): readonly string[] =>
  'values' in from ? from.values : (from.or ?? [])

function codesIn({ evidence }: Generated): string[] {
  return evidence.tables.flatMap(({ columns, rows }) => {
    const words = columns.flatMap(({ kind }, index) => (kind === 'word' ? [index] : []))
    return rows.flatMap(({ cells }) => words.flatMap((index) => (cells[index] == null ? [] : [String(cells[index])])))
  })
}
