import type { Change } from '#domain/labs/case-file'
import type { LabView } from '#domain/labs/lab-view'
import { changeByPlus, type RowTask } from '#domain/labs/picking'

interface Surroundings {
  file: LabView['file']
  /** The task that rows are being picked for. */
  picking: RowTask | null
  change: (change: Change) => void
  /** Says of a row, by the key of a sentence, what was done. */
  tell: (key: 'added' | 'pickedRow' | 'tookOut', row: string) => void
}

export interface RowHands {
  /** The + of a row in the evidence. */
  toggle: (row: string) => void
  /** ‘Take out’ of an exhibit: out of the case file, whatever is being picked. */
  takeOut: (row: string) => void
}

/** What the buttons of rows do, and say. */
export function rowHandsOf({ file, picking, change, tell }: Surroundings): RowHands {
  const make = (made: Change, row: string) => {
    change(made)
    tell(saidOf(made, row), row)
  }
  return {
    toggle: (row) => make(changeByPlus(file, row, picking), row),
    takeOut: (row) => make({ do: 'unmark', row }, row),
  }
}

function saidOf(made: Change, row: string): 'added' | 'pickedRow' | 'tookOut' {
  if (made.do === 'mark') return 'added'
  return made.do === 'respond' && 'rows' in made.given && made.given.rows.includes(row) ? 'pickedRow' : 'tookOut'
}
