/** What a group did in a lab, where it is large enough that nobody can be told apart. */
import type { CaseFile } from './case-file.ts'
import type { Truth } from './types.ts'

/** Below this many people nothing is told. */
export const leastPeople = 10

export interface AttemptDone {
  file: Pick<CaseFile, 'marks' | 'path' | 'table'>
  truth: Pick<Truth, 'evidence' | 'decoys' | 'steps'>
  /** Worth of each task, 0..1. */
  tasks: Readonly<Record<string, number>>
}

export interface GroupReport {
  attempts: number
  /** Mean worth of each task, 0..1. */
  tasks: Record<string, number>
  /** The part of attempts that opened each table, and that marked some row of each decoy. */
  tables: Record<string, number>
  decoys: Record<string, number>
  /** The part of the proving rows that was cited, on average. */
  cited: number
}

export function groupReport(attempts: readonly AttemptDone[], tables: readonly string[]): GroupReport {
  const part = (holds: (attempt: AttemptDone) => boolean, of = attempts) => (of.length === 0 ? 0 : of.filter(holds).length / of.length)
  const mean = (values: readonly number[]) => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length)
  const opened = ({ file }: AttemptDone, table: string) => file.table === table || file.path.some(({ view }) => view.table === table)
  const marked = ({ file }: AttemptDone, rows: readonly string[]) => file.marks.some(({ row }) => rows.includes(row))
  const tasks = [...new Set(attempts.flatMap((attempt) => Object.keys(attempt.tasks)))]
  const decoys = [...new Set(attempts.flatMap(({ truth }) => truth.decoys.map(({ id }) => id)))]
  return {
    attempts: attempts.length,
    tasks: Object.fromEntries(tasks.map((id) => [id, mean(attempts.map((attempt) => attempt.tasks[id] ?? 0))])),
    tables: Object.fromEntries(tables.map((id) => [id, part((attempt) => opened(attempt, id))])),
    // Not every world has every decoy: counted among those that have it.
    decoys: Object.fromEntries(
      decoys.map((id) => {
        const rowsOf = ({ truth }: AttemptDone) => truth.decoys.find((decoy) => decoy.id === id)?.rows ?? []
        return [
          id,
          part(
            (attempt) => marked(attempt, rowsOf(attempt)),
            attempts.filter((attempt) => rowsOf(attempt).length > 0),
          ),
        ]
      }),
    ),
    cited: mean(
      attempts.map(
        (attempt) => attempt.truth.evidence.filter((row) => marked(attempt, [row])).length / Math.max(1, attempt.truth.evidence.length),
      ),
    ),
  }
}
