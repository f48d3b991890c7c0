/** A lab's world as a journey needs it: what the page shows, what is right, and what the grader makes of what was given. */

import { percentOf } from '#domain/attempts/score'
import type { LabSnapshot } from '#domain/attempts/types'
import type { LabWords } from '#domain/catalogue/types'
import { weekdaysIn } from '#domain/labs/calendar'
import type { TableView, TaskView } from '#domain/labs/lab-view'
import { findLab } from '#domain/labs/registry'
import { scoreLab } from '#domain/labs/score'
import { rightResponses } from '#domain/labs/solve'
import { conditionInWords, type Teller, tellerOf } from '#domain/labs/tell'
import type { Cell, Condition, LabResponses, TaskResponse, View } from '#domain/labs/types'
import { counted, longestList, placeOf, rowsShown } from '#domain/labs/workbench'
import { tablesIn, tasksIn } from '#services/labs/in-language'

/** Where a row stands: once a table is narrowed to one value, where that is needed, and something is found in it. */
export interface Whereabouts {
  table: string
  only: { column: string; value: string; words: string } | null
  find: string
  /** How many rows are left, and which of them it is, from 0. */
  shown: number
  place: number
  /** Its cells as they are shown. */
  cells: string[]
}

export interface LabWorld {
  tasks: TaskView[]
  tables: TableView[]
  values: Record<string, string>
  /** The rows that prove it. */
  evidence: readonly string[]
  /** The response that is worth 1. */
  right: (task: string) => TaskResponse
  steps: { table: string; rows: number }[]
  whereIs: (row: string) => Whereabouts
  score: (given: LabResponses) => { percent: number; isPassed: boolean; found: number }
}

export function labWorldOf({ lab: { id, version }, seed }: LabSnapshot, words: LabWords): LabWorld {
  const lab = findLab(id, version)
  if (!lab) throw new Error(`there is no lab ${id} in version ${version}`)
  const { evidence, truth } = lab.generate(seed)
  const right = rightResponses(lab.tasks, truth)
  const tables = tablesIn({ lab, evidence }, words)
  const teller = tellerOf(words.values, weekdaysIn('en'))
  const tableOf = (name: string) => found(tables.find((table) => table.id === name))
  return {
    tables,
    tasks: tasksIn(lab.tasks, words, { seed, language: 'en' }),
    values: words.values,
    evidence: truth.evidence,
    right: (task) => found(right.tasks[task]).given,
    steps: truth.steps.map(({ view }) => ({ table: tableOf(view.table).title, rows: rowsShown(tableOf(view.table), view, teller).length })),
    whereIs: (row) => whereIs(tableOf(placeOf(row).table), placeOf(row).index, teller),
    score: (given) => {
      const { score, isPassed } = scoreLab(lab.tasks, truth, given)
      const cited = given.marks.filter(({ row }) => truth.evidence.includes(row))
      return { percent: percentOf(score), isPassed, found: cited.length }
    },
  }
}

function found<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('the lab has no such part')
  return one
}

/** So many rows stand in the page without scrolling. */
const atOnce = 10

/** Finds what leaves fewest rows: a text alone, or a text among the rows of one value. */
function whereIs(table: TableView, index: number, teller: Teller): Whereabouts {
  const row = found(table.rows[index])
  const cells = table.columns.map(({ kind }, at) => teller.cell(row[at] ?? null, kind))
  const alone = fewest(table, index, cells, null, teller)
  if (alone.shown <= atOnce) return alone
  const narrowed = table.columns.flatMap(({ id, kind, title }, at) => {
    const cell: Cell = row[at] ?? null
    const isListed = counted(table, [...table.rows.keys()], id).length <= longestList
    if ((kind !== 'text' && kind !== 'word') || cell === null || !isListed) return []
    const condition: Condition = { column: id, is: cell }
    const only = { column: title, value: cells[at] ?? '', words: conditionInWords(condition, { title, kind }, teller) }
    return [fewest(table, index, cells, { condition, only }, teller)]
  })
  return [alone, ...narrowed].reduce((best, one) => (one.shown < best.shown ? one : best))
}

type Narrowed = { condition: Condition; only: NonNullable<Whereabouts['only']> } | null

function fewest(table: TableView, index: number, cells: string[], narrowed: Narrowed, teller: Teller): Whereabouts {
  const ways = [...new Set(cells)].map((find): Whereabouts => {
    const view: View = { table: table.id, where: narrowed ? [narrowed.condition] : [], ...(find && { find }) }
    const rows = rowsShown(table, view, teller)
    return { table: table.title, only: narrowed?.only ?? null, find, shown: rows.length, place: rows.indexOf(index), cells }
  })
  return ways.reduce((best, one) => (one.shown < best.shown ? one : best))
}
