import type { LabView, TaskView } from '#domain/labs/lab-view'
import type { TaskResponse } from '#domain/labs/types'

/** What the field of a task works with. */
export interface InputProps<K extends TaskView['kind'] = TaskView['kind']> {
  view: LabView
  file: LabView['file']
  task: Extract<TaskView, { kind: K }>
  given: TaskResponse | null
  choose: (given: TaskResponse) => void
  /** Takes back what was chosen, given or not. */
  clear: () => void
  isPicking: boolean
  pick: () => void
}
