/** What an attempt comes to once it is given: kept with it, so that thousands can be told of without making their worlds again. */
import type { Certainty } from '../attempts/types.ts'
import { type CaseFile, responsesOf, tableOfRow } from './case-file.ts'
import { proofOf, scoreLab } from './score.ts'
import type { Generated, Lab, View } from './types.ts'
import { rowsOf } from './view.ts'
import { type Wrong, wrongOf } from './wrong.ts'

/** How much of the proof that one place shows was cited. */
export type Cited = 'all' | 'some' | 'none'

/** It holds ids of the lab and of its words only: no row and no value of the world, and nothing that the learner wrote. */
export interface LabSummary {
  /** By task: its worth, 0..1; in which way it was wrong, null where it was right; how sure they were, null where nothing was given. */
  tasks: Record<string, { worth: number; wrong: Wrong | null; certainty: Certainty | null }>
  /** Tables that were opened, and those that were filtered, searched or grouped; null where nothing looked at was recorded. */
  looked: { opened: string[]; narrowed: string[] } | null
  /** By table that holds proof. */
  tables: Record<string, Cited>
  /** By step of the expert's path whose view shows proof. */
  steps: Record<string, Cited>
  /** The part of all proving rows that was cited, 0..1. */
  cited: number
  /** By decoy of this world: whether a row of it was marked. */
  decoys: Record<string, boolean>
  hints: number
}

/** A case file once it is given. Those given before there were summaries have none. */
export type GivenFile = CaseFile & { summary?: LabSummary }

export function summaryOf(lab: Pick<Lab, 'tasks'>, { evidence, truth }: Generated, file: CaseFile): LabSummary {
  const given = responsesOf(file)
  const worth = scoreLab(lab.tasks, truth, given).tasks
  const proving = proofOf(truth, given)
  const marked = new Set(file.marks.map(({ row }) => row))
  const citedOf = (proof: readonly string[]): Cited => {
    const found = proof.filter((row) => marked.has(row)).length
    return found === 0 ? 'none' : found < proof.length ? 'some' : 'all'
  }
  const proofIn = (view: Pick<View, 'table' | 'where'>) => {
    const table = evidence.tables.find(({ id }) => id === view.table)
    return table ? rowsOf(table, view).flatMap(({ id }) => (proving.includes(id) ? [id] : [])) : []
  }
  const cited = (views: readonly { id: string; proof: string[] }[]) =>
    Object.fromEntries(views.flatMap(({ id, proof }) => (proof.length > 0 ? [[id, citedOf(proof)]] : [])))
  return {
    tasks: Object.fromEntries(
      lab.tasks.map((spec) => {
        const [response, right] = [given.tasks[spec.id], truth.tasks[spec.id]]
        const isRight = right === undefined || (worth[spec.id] ?? 0) > 1 - 1e-9
        const wrong = isRight ? null : wrongOf(response?.given, { spec, truth: right, tasks: truth.tasks, evidence, decoys: truth.decoys })
        return [spec.id, { worth: worth[spec.id] ?? 0, wrong, certainty: response?.certainty ?? null }]
      }),
    ),
    looked: lookedAt(file, evidence.tables[0]?.id ?? ''),
    tables: cited(evidence.tables.map(({ id }) => ({ id, proof: proving.filter((row) => tableOfRow(evidence.tables, row)?.id === id) }))),
    steps: cited(truth.steps.map(({ id, view }) => ({ id, proof: proofIn(view) }))),
    cited: proving.filter((row) => marked.has(row)).length / Math.max(1, proving.length),
    decoys: Object.fromEntries(truth.decoys.map(({ id, rows }) => [id, rows.some((row) => marked.has(row))])),
    hints: file.hints,
  }
}

/** Only the script records what is looked at: where nothing was, it is not known, and nobody is said to have opened one table alone. */
function lookedAt({ path, table }: CaseFile, first: string): LabSummary['looked'] {
  if (path.length === 0) return null
  const narrowed = path.filter(({ view: { where, find, group } }) => where.length > 0 || find || group)
  const tables = (all: readonly string[]) => [...new Set(all)]
  return {
    opened: tables([first, table, ...path.map(({ view }) => view.table)]),
    narrowed: tables(narrowed.map(({ view }) => view.table)),
  }
}
