/** What a lab speaks of, and needs words for: found by making a few of its worlds. */
import type { Generated, Lab, TaskSpec } from './types.ts'

export interface SpokenOf {
  /** Ids of the columns of each table. */
  tables: Map<string, string[]>
  codes: string[]
  /** Names of the values that the words of each step and decoy may use. */
  steps: Map<string, string[]>
  decoys: Map<string, string[]>
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
  }
}

/** The codes among what a task of a value offers. */
export const codesOffered = (from: Extract<TaskSpec, { kind: 'value' }>['from']): readonly string[] =>
  'values' in from ? from.values : (from.or ?? [])

function codesIn({ evidence }: Generated): string[] {
  return evidence.tables.flatMap(({ columns, rows }) => {
    const words = columns.flatMap(({ kind }, index) => (kind === 'word' ? [index] : []))
    return rows.flatMap(({ cells }) => words.flatMap((index) => (cells[index] == null ? [] : [String(cells[index])])))
  })
}
