/** What the workbench does to a table: filter, sort, group and count, profile. Pure, for the page, the debrief and the solvers alike. */
import { weekdayOf } from './calendar.ts'
import type { Cell, Condition, Row, Table, View } from './types.ts'

const indexOf = (table: Pick<Table, 'columns'>, column: string) => table.columns.findIndex(({ id }) => id === column)

/** The value of a row in a column; null where there is no such column. */
export const cellOf = (table: Pick<Table, 'columns'>, row: Row, column: string): Cell => row.cells[indexOf(table, column)] ?? null

export function holds(cell: Cell, condition: Condition): boolean {
  if ('is' in condition) return cell === condition.is
  if ('in' in condition) return condition.in.includes(cell)
  if ('has' in condition) return cell !== null && String(cell).toLocaleLowerCase().includes(condition.has.toLocaleLowerCase())
  if (cell === null) return false
  if ('hours' in condition) return isWithinHours(String(cell), condition.hours)
  if ('weekdays' in condition) return condition.weekdays.includes(weekdayOf(String(cell)))
  return (condition.from === undefined || cell >= condition.from) && (condition.to === undefined || cell <= condition.to)
}

/** A day alone has no hour. */
function isWithinHours(time: string, { from, to }: { from: number; to: number }): boolean {
  if (time.length <= 10) return false
  const hour = Number(time.slice(11, 13))
  return from <= to ? hour >= from && hour <= to : hour >= from || hour <= to
}

/** The rows that a view shows, in its order; without a sort in the table's own. */
export function rowsOf(table: Table, { where, sort }: Pick<View, 'where' | 'sort'>): Row[] {
  const tests = where.map((condition) => ({ index: indexOf(table, condition.column), condition }))
  const rows = table.rows.filter((row) => tests.every(({ index, condition }) => holds(row.cells[index] ?? null, condition)))
  if (!sort) return rows
  const index = indexOf(table, sort.column)
  const sign = sort.isDescending ? -1 : 1
  return rows.sort((a, b) => sign * compare(a.cells[index] ?? null, b.cells[index] ?? null))
}

/** Numbers by size, texts by their characters, nothing last. */
export function compare(a: Cell, b: Cell): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : 1
}

/** How often each value of a column occurs, the most frequent first, then by value. */
export function countBy(table: Table, rows: readonly Row[], column: string): { value: Cell; count: number }[] {
  const index = indexOf(table, column)
  const counts = new Map<Cell, number>()
  for (const { cells } of rows) counts.set(cells[index] ?? null, (counts.get(cells[index] ?? null) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || compare(a.value, b.value))
}
