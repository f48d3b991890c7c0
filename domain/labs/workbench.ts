/** What the workbench makes of a table as it left the server: the rows of a view, profiles of columns, counts, time, links. Pure. */
import type { TableView } from './lab-view.ts'
import type { Teller } from './tell.ts'
import type { Cell, Column, Condition, View } from './types.ts'
import { compare, holds } from './view.ts'

export const rowId = (table: string, index: number): string => `${table}-${index + 1}`

/** The table's id and the place of a row in it, from 0. */
export function placeOf(row: string): { table: string; index: number } {
  const dash = row.lastIndexOf('-')
  return { table: row.slice(0, dash), index: Number(row.slice(dash + 1)) - 1 }
}

const indexOf = ({ columns }: Pick<TableView, 'columns'>, column: string) => columns.findIndex(({ id }) => id === column)

/** Places of the rows that a view shows, in its order. */
export function rowsShown(table: TableView, { where, sort, find }: View, { cell: told }: Teller): number[] {
  const tests = where.map((condition) => ({ at: indexOf(table, condition.column), condition }))
  const wanted = find?.toLocaleLowerCase() ?? ''
  const isFound = (cells: readonly Cell[]) =>
    table.columns.some(({ kind }, index) =>
      told(cells[index] ?? null, kind)
        .toLocaleLowerCase()
        .includes(wanted),
    )
  const shown = [...table.rows.keys()].filter((index) => {
    const cells = table.rows[index] ?? []
    return tests.every(({ at, condition }) => holds(cells[at] ?? null, condition)) && (wanted === '' || isFound(cells))
  })
  if (!sort) return shown
  const at = indexOf(table, sort.column)
  const isWord = table.columns[at]?.kind === 'word'
  const keyOf = (index: number): Cell => {
    const cell = table.rows[index]?.[at] ?? null
    return isWord && cell !== null ? told(cell, 'word') : cell
  }
  const sign = sort.isDescending ? -1 : 1
  // Nothing stays last, whichever way one looks.
  return shown.sort((a, b) => (keyOf(a) === null || keyOf(b) === null ? 1 : sign) * compare(keyOf(a), keyOf(b)))
}

/** Out of so many values one chooses in a list; a longer list is no help, and one types. */
export const longestList = 60

/** How often each value of a column stands in the rows shown, the most frequent first. */
export function counted(table: TableView, rows: readonly number[], column: string): { value: Cell; count: number }[] {
  const at = indexOf(table, column)
  const counts = new Map<Cell, number>()
  for (const index of rows) {
    const value = table.rows[index]?.[at] ?? null
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || compare(a.value, b.value))
}

export interface Profile {
  different: number
  top: { value: Cell; count: number }[]
  /** Counts to draw: parts of the range, or values of a short list; null where the values tell more. */
  bars: number[] | null
  /** Of a column of numbers that may be added up: their sum, and in how many rows there is one. */
  total: { sum: number; count: number } | null
}

const mostBars = 10
const shortList = 6

/** A column summed up. */
export function profileOf(table: TableView, rows: readonly number[], column: TableView['columns'][number]): Profile {
  const counts = counted(table, rows, column.id)
  const common = { different: counts.length, top: counts.slice(0, 2), total: null }
  // One bar alone says nothing; the value and its count do.
  const isDrawn = counts.length > 1 && counts.length <= shortList
  if (column.kind === 'word') return { ...common, bars: isDrawn ? counts.map(({ count }) => count) : null }
  if (column.kind === 'text') return { ...common, bars: null }
  const numbers = counts.flatMap(({ value, count }) => (value === null ? [] : [{ at: asNumber(value), count }]))
  return { ...common, bars: histogram(numbers), total: column.isSummed ? totalOf(numbers) : null }
}

/** Rounded to what the parts of a number may hold, so that tenths add up to tenths. */
function totalOf(numbers: readonly { at: number; count: number }[]): Profile['total'] {
  const sum = numbers.reduce((total, { at, count }) => total + at * count, 0)
  return { sum: Number(sum.toFixed(6)), count: numbers.reduce((total, { count }) => total + count, 0) }
}

const asNumber = (value: Exclude<Cell, null>): number => (typeof value === 'number' ? value : timeOf(value))
const timeOf = (text: string) => Date.parse(text.length === 10 ? `${text}T00:00Z` : `${text}Z`)

function histogram(numbers: readonly { at: number; count: number }[]): number[] | null {
  const [low, high] = [Math.min(...numbers.map(({ at }) => at)), Math.max(...numbers.map(({ at }) => at))]
  if (numbers.length < 2 || !(high > low)) return null
  const bars = Array.from({ length: mostBars }, () => 0)
  for (const { at, count } of numbers) {
    const place = Math.min(mostBars - 1, Math.floor(((at - low) / (high - low)) * mostBars))
    bars[place] = (bars[place] ?? 0) + count
  }
  return bars
}

const minute = 60_000
export const spans = ['hour', 'six_hours', 'day', 'week', 'month'] as const
export type Span = (typeof spans)[number]
const lengths: Record<Span, number> = { hour: 60, six_hours: 360, day: 1440, week: 10_080, month: 43_830 }
const mostSpans = 72

export interface TimeBar {
  /** `YYYY-MM-DDTHH:MM`, both included, as a condition takes them. */
  from: string
  to: string
  count: number
}

/** The first column of a table that holds times or days. */
export const timeColumn = <C extends Column>({ columns }: { columns: readonly C[] }): C | undefined =>
  columns.find(({ kind }) => kind === 'time') ?? columns.find(({ kind }) => kind === 'day')

/** The rows shown by time, in the shortest spans of which there are not too many; the scale is that of the whole table. */
export function overTime(table: TableView, rows: readonly number[], column: Column): { span: Span; bars: TimeBar[] } | null {
  const at = indexOf(table, column.id)
  const times = (of: Iterable<number>) =>
    [...of].flatMap((index) => (table.rows[index]?.[at] == null ? [] : [timeOf(String(table.rows[index]?.[at]))]))
  const all = times(table.rows.keys())
  if (all.length === 0) return null
  const [first, last] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))]
  const fitting = spans.filter(
    (span) => (last - first) / (lengths[span] * minute) <= mostSpans && (column.kind === 'time' || lengths[span] >= lengths.day),
  )
  const span = fitting[0] ?? 'month'
  const length = lengths[span] * minute
  const start = Math.floor(first / length) * length
  const counts = new Map<number, number>()
  for (const time of times(rows))
    counts.set(Math.floor((time - start) / length), (counts.get(Math.floor((time - start) / length)) ?? 0) + 1)
  const write = (time: number) => new Date(time).toISOString().slice(0, column.kind === 'day' ? 10 : 16)
  const bars = Array.from({ length: Math.floor((last - start) / length) + 1 }, (_, index) => ({
    from: write(start + index * length),
    to: write(start + (index + 1) * length - minute),
    count: counts.get(index) ?? 0,
  }))
  return { span, bars }
}

/** A value that several marked rows hold. */
export interface Link {
  value: string
  /** Places of the rows in the case file. */
  marks: number[]
}

/** A value that more than this part of a table holds links nothing. */
const commonPart = 0.2

/** What links the rows of a case file: equal texts, whichever column and table they stand in; common values and codes left out. */
export function linksOf(rows: readonly string[], tables: readonly TableView[]): Link[] {
  const holders = new Map<string, number[]>()
  for (const [mark, row] of rows.entries()) {
    const { table: id, index } = placeOf(row)
    const table = tables.find((one) => one.id === id)
    const texts = table?.columns.flatMap(({ kind }, at) => (kind === 'text' ? [table.rows[index]?.[at] ?? null] : [])) ?? []
    for (const text of new Set(texts))
      if (text !== null && text !== '') holders.set(String(text), [...(holders.get(String(text)) ?? []), mark])
  }
  return [...holders]
    .filter(([value, marks]) => marks.length > 1 && !tables.some((table) => isCommon(table, value)))
    .map(([value, marks]) => ({ value, marks }))
    .sort((a, b) => b.marks.length - a.marks.length || compare(a.value, b.value))
}

function isCommon(table: TableView, value: string): boolean {
  if (table.rows.length < 20) return false
  return table.columns.some(
    ({ kind }, at) => kind === 'text' && table.rows.filter((cells) => cells[at] === value).length > table.rows.length * commonPart,
  )
}

/** A view narrowed to one value of a column; asked once more, widened again. */
export function toggled(view: View, column: string, value: Cell): View {
  const isIt = (condition: Condition) => condition.column === column && 'is' in condition && condition.is === value
  if (view.where.some(isIt)) return { ...view, where: view.where.filter((condition) => !isIt(condition)) }
  return {
    ...view,
    where: [...view.where.filter((condition) => condition.column !== column || !('is' in condition)), { column, is: value }],
  }
}

/** A, B, …, Z, AA, AB, …: how the rows of a case file are called. */
export function letterOf(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26))
  return place < 26 ? letter : letterOf(Math.floor(place / 26) - 1) + letter
}

/** What rows of a table cost together. */
export function costOf(table: TableView, column: string, rows: readonly string[]): number {
  const at = indexOf(table, column)
  return rows.reduce((sum, row) => sum + Number(table.rows[placeOf(row).index]?.[at] ?? 0), 0)
}
