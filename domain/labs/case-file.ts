/** What a learner puts together in a lab, and the changes it takes. Pure; kept on the server change by change. */
import type { Certainty } from '../attempts/types.ts'
import { fits } from './offer.ts'
import { isSame } from './same.ts'
import type { LabResponses, Mark, Table, TaskResponse, TaskSpec, View } from './types.ts'

/** A view that was looked at, with the seconds from the beginning of the attempt. */
export interface Look {
  at: number
  view: View
}

export interface CaseFile {
  /** In the order in which they were added. */
  marks: Mark[]
  /** By task; certainty is null for what is chosen and not yet given. */
  tasks: Record<string, { given: TaskResponse; certainty: Certainty | null }>
  /** The view of each table as it was left, by table. */
  views: Record<string, View>
  /** The table that is open. */
  table: string
  /** How many hints were taken. */
  hints: number
  /** Free words about all of it; missing where none were ever written. */
  note?: string
  /** Every view looked at, oldest first. */
  path: Look[]
}

export type Change =
  | { do: 'mark'; row: string; reason: string }
  | { do: 'unmark'; row: string }
  | { do: 'respond'; task: string; given: TaskResponse; certainty: Certainty | null }
  | { do: 'clear'; task: string }
  | { do: 'look'; view: View }
  | { do: 'note'; text: string }

export const mostMarks = 400
const mostLooks = 300
export const longestReason = 300
export const longestNote = 2000

/** What an attempt offers: nothing else can be marked, looked at or given. */
export interface Offered {
  tables: readonly Table[]
  tasks: readonly TaskSpec[]
}

export const emptyCaseFile = (tables: readonly Pick<Table, 'id'>[]): CaseFile => ({
  marks: [],
  tasks: {},
  views: {},
  table: tables[0]?.id ?? '',
  hints: 0,
  path: [],
})

/** What of a case file a change touches; the workbench has no need of the rest. */
type Kept = Pick<CaseFile, 'marks' | 'tasks' | 'views' | 'table' | 'note'>

/** The case file after one more change, which is one that is offered. */
export function applied<F extends Kept>(file: F, change: Change): F {
  switch (change.do) {
    case 'mark': {
      const { row, reason } = change
      const place = file.marks.findIndex((mark) => mark.row === row)
      return { ...file, marks: place < 0 ? [...file.marks, { row, reason }] : file.marks.with(place, { row, reason }) }
    }
    case 'unmark':
      return { ...file, marks: file.marks.filter(({ row }) => row !== change.row) }
    case 'respond':
      return { ...file, tasks: { ...file.tasks, [change.task]: { given: change.given, certainty: change.certainty } } }
    case 'clear': {
      const { [change.task]: _, ...tasks } = file.tasks
      return { ...file, tasks }
    }
    case 'look':
      return { ...file, table: change.view.table, views: { ...file.views, [change.view.table]: change.view } }
    case 'note':
      return { ...file, note: change.text }
  }
}

function isOffered({ marks }: CaseFile, change: Change, { tables, tasks }: Offered): boolean {
  switch (change.do) {
    case 'mark':
      return marks.some(({ row }) => row === change.row) || (marks.length < mostMarks && tableOfRow(tables, change.row) !== undefined)
    case 'respond': {
      const task = tasks.find(({ id }) => id === change.task)
      return task !== undefined && fits(task, change.given, tables)
    }
    case 'look':
      return isViewOffered(change.view, tables)
    case 'unmark':
    case 'clear':
    case 'note':
      return true
  }
}

function isViewOffered({ table: id, where, sort, group }: View, tables: readonly Table[]): boolean {
  const table = tables.find((one) => one.id === id)
  const named = [...where.map(({ column }) => column), sort?.column, group].filter((column) => column !== undefined)
  return table !== undefined && named.every((column) => table.columns.some((one) => one.id === column))
}

/** The table that holds a row; undefined where no table does. */
export const tableOfRow = (tables: readonly Table[], row: string): Table | undefined => {
  const dash = row.lastIndexOf('-')
  const table = tables.find(({ id }) => id === row.slice(0, dash))
  return table?.rows[Number(row.slice(dash + 1)) - 1]?.id === row ? table : undefined
}

/**
 * The case file after several changes; null when one of them names what is not there, or leads beyond what a case file holds.
 * @param seconds from the beginning of the attempt.
 */
export const changedBy = (file: CaseFile, changes: readonly Change[], offered: Offered, seconds: number): CaseFile | null =>
  changes.reduce<CaseFile | null>((now, change) => {
    if (!now || !isOffered(now, change, offered)) return null
    const next = applied(now, change)
    return change.do === 'look' ? { ...next, path: walked(now.path, { at: seconds, view: change.view }) } : next
  }, file)

const walked = (path: Look[], look: Look): Look[] => (isSame(path.at(-1)?.view, look.view) ? path : [...path, look].slice(-mostLooks))

/** Tasks with something chosen whose certainty is not said yet. */
export const openTasks = ({ tasks }: Pick<CaseFile, 'tasks'>): string[] =>
  Object.entries(tasks).flatMap(([id, { certainty }]) => (certainty === null ? [id] : []))

/** What is given: without what is only chosen. */
export function responsesOf({ marks, tasks, hints }: Pick<CaseFile, 'marks' | 'tasks' | 'hints'>): LabResponses {
  const given = Object.entries(tasks).flatMap(([id, { given, certainty }]) =>
    certainty === null ? [] : [[id, { given, certainty }] as const],
  )
  return { marks, hints, tasks: Object.fromEntries(given) }
}
