/** What the + of a row does: it puts the row into the case file, or picks it for a task. Pure. */
import type { Change } from './case-file.ts'
import type { LabView, TaskView } from './lab-view.ts'
import { placeOf } from './workbench.ts'

export type RowTask = Extract<TaskView, { kind: 'rows' | 'plan' }>

export const asksForRows = (task: TaskView): task is RowTask => task.kind === 'rows' || task.kind === 'plan'

/** The rows chosen for a task so far. */
export function rowsFor(file: LabView['file'], task: string): readonly string[] {
  const given = file.tasks[task]?.given
  return given && 'rows' in given ? given.rows : []
}

/** A task takes rows of its own table alone: a row of another goes into the case file, whatever is being picked. */
export function changeByPlus(file: LabView['file'], row: string, picking: RowTask | null): Change {
  if (picking && placeOf(row).table === picking.table) {
    const rows = rowsFor(file, picking.id)
    const next = rows.includes(row) ? rows.filter((one) => one !== row) : [...rows, row]
    return { do: 'respond', task: picking.id, given: { rows: next }, certainty: null }
  }
  return file.marks.some((mark) => mark.row === row) ? { do: 'unmark', row } : { do: 'mark', row, reason: '' }
}
