import type { Change } from '#domain/labs/case-file'
import type { LabView } from '#domain/labs/lab-view'
import { labelOf } from './case-pane.tsx'

type Say = (key: string, values?: Record<string, string>) => string

/** What changes were made to, a sentence for each thing, in the words whose keys begin with `words`. */
export function changesTold(changes: readonly Change[], view: LabView, words: 'lost' | 'left', say: Say): string[] {
  const told = (change: Change): string => {
    if (change.do === 'look') return say(`${words}View`, { table: titleOf(view, change.view.table) })
    if (change.do === 'note') return say(`${words}Notes`)
    if ('row' in change) return say(`${words}Row`, { row: labelOf(change.row, view.tables, view.values) })
    return say(`${words}Response`, { task: view.tasks.find(({ id }) => id === change.task)?.short ?? change.task })
  }
  return [...new Set(changes.map(told))]
}

const titleOf = ({ tables }: LabView, table: string) => tables.find(({ id }) => id === table)?.title ?? table
