/** What a learner puts together in a lab, and the changes it takes. Pure; kept on the server change by change. */
import { z } from 'zod'
import { CertaintyInput } from '../attempts/respond.ts'
import type { Certainty } from '../attempts/types.ts'
import { words } from '../text.ts'
import { fits } from './offer.ts'
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
  /** Every view looked at, oldest first. */
  path: Look[]
}

export const mostMarks = 400
const mostLooks = 300
const mostConditions = 8
export const longestReason = 300

const id = z.string().min(1).max(80)
const value = z.union([z.string().max(200), z.number(), z.null()])
const bound = z.union([z.string().max(40), z.number()]).optional()
export const ViewInput = z.strictObject({
  table: id,
  where: z
    .array(
      z.union([
        z.strictObject({ column: id, is: value }),
        z.strictObject({ column: id, in: z.array(value).max(50) }),
        z.strictObject({ column: id, has: z.string().min(1).max(200) }),
        z.strictObject({ column: id, from: bound, to: bound }),
      ]),
    )
    .max(mostConditions),
  sort: z.strictObject({ column: id, isDescending: z.boolean() }).optional(),
  group: id.optional(),
  find: words(200).optional(),
}) satisfies z.ZodType<View>

export const TaskResponseInput = z.union([
  z.strictObject({ rows: z.array(id).max(mostMarks) }),
  z.strictObject({ value: z.string().max(200) }),
  z.strictObject({ number: z.number() }),
  z.strictObject({
    time: z
      .string()
      .max(16)
      .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/),
  }),
  z.strictObject({ order: z.array(id).max(20) }),
  z.strictObject({ choice: id }),
  z.strictObject({ rule: z.record(id, z.number()) }),
  z.strictObject({ isUnknowable: z.literal(true) }),
]) satisfies z.ZodType<TaskResponse>

export const ChangeInput = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('mark'), row: id, reason: words(longestReason) }),
  z.strictObject({ do: z.literal('unmark'), row: id }),
  z.strictObject({ do: z.literal('respond'), task: id, given: TaskResponseInput, certainty: CertaintyInput.nullable() }),
  z.strictObject({ do: z.literal('clear'), task: id }),
  z.strictObject({ do: z.literal('look'), view: ViewInput }),
])
export type Change = z.infer<typeof ChangeInput>

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

/**
 * The case file after one more change; null when the change names what is not there, or leads beyond what a case file holds.
 * @param seconds from the beginning of the attempt.
 */
export function changed(file: CaseFile, change: Change, offered: Offered, seconds: number): CaseFile | null {
  switch (change.do) {
    case 'mark':
      return marked(file, change, offered)
    case 'unmark':
      return { ...file, marks: file.marks.filter(({ row }) => row !== change.row) }
    case 'respond': {
      const task = offered.tasks.find((one) => one.id === change.task)
      if (!task || !fits(task, change.given, offered.tables)) return null
      return { ...file, tasks: { ...file.tasks, [task.id]: { given: change.given, certainty: change.certainty } } }
    }
    case 'clear': {
      const { [change.task]: _, ...tasks } = file.tasks
      return { ...file, tasks }
    }
    case 'look':
      return looked(file, change.view, offered, seconds)
  }
}

function marked(file: CaseFile, { row, reason }: Mark, { tables }: Offered): CaseFile | null {
  const place = file.marks.findIndex((mark) => mark.row === row)
  if (place >= 0) return { ...file, marks: file.marks.with(place, { row, reason }) }
  if (!tableOfRow(tables, row) || file.marks.length >= mostMarks) return null
  return { ...file, marks: [...file.marks, { row, reason }] }
}

/** The table that holds a row; undefined where no table does. */
export const tableOfRow = (tables: readonly Table[], row: string): Table | undefined => {
  const dash = row.lastIndexOf('-')
  const table = tables.find(({ id }) => id === row.slice(0, dash))
  return table?.rows[Number(row.slice(dash + 1)) - 1]?.id === row ? table : undefined
}

function looked(file: CaseFile, view: View, { tables }: Offered, seconds: number): CaseFile | null {
  const table = tables.find(({ id }) => id === view.table)
  if (!table) return null
  const named = [...view.where.map(({ column }) => column), view.sort?.column, view.group].filter((column) => column !== undefined)
  if (!named.every((column) => table.columns.some(({ id }) => id === column))) return null
  const isSame = JSON.stringify(file.path.at(-1)?.view) === JSON.stringify(view)
  const path = isSame ? file.path : [...file.path, { at: seconds, view }].slice(-mostLooks)
  return { ...file, table: view.table, views: { ...file.views, [view.table]: view }, path }
}

/** All changes one after the other; null when one of them cannot be. */
export const changedBy = (file: CaseFile, changes: readonly Change[], offered: Offered, seconds: number): CaseFile | null =>
  changes.reduce<CaseFile | null>((now, change) => now && changed(now, change, offered, seconds), file)

/** Tasks with something chosen whose certainty is not said yet. */
export const openTasks = ({ tasks }: CaseFile): string[] =>
  Object.entries(tasks).flatMap(([id, { certainty }]) => (certainty === null ? [id] : []))

/** What is given: without what is only chosen. */
export function responsesOf({ marks, tasks, hints }: CaseFile): LabResponses {
  const given = Object.entries(tasks).flatMap(([id, { given, certainty }]) =>
    certainty === null ? [] : [[id, { given, certainty }] as const],
  )
  return { marks, hints, tasks: Object.fromEntries(given) }
}
