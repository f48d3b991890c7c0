/** Reasons as the debrief does: what do customers share, which two things together, and whom has nobody confirmed? */
import type { Row, Solver, Table, TaskResponse } from '../types.ts'
import { cellOf, compare } from '../view.ts'
import { checksInOrder } from './tasks.ts'

const kinds = ['card', 'mark', 'line'] as const
const fewest = 4

export const solve: Solver = ({ tables }) => {
  const tableOf = (id: string) => tables.find((table) => table.id === id) as Table
  const signups = tableOf('signups')
  const text = (row: Row, column: string) => String(cellOf(signups, row, column))
  const shown = sharedBy(tables)
  const unconfirmed = signups.rows.filter((row) => !['confirmed', 'register'].includes(text(row, 'check')))
  const pairs = kinds.flatMap((one, index) => kinds.slice(index + 1).map((two) => [one, two] as const))
  const groups = pairs.flatMap(([one, two]) => {
    const cells = new Map<string, Row[]>()
    for (const row of unconfirmed)
      for (const first of shown.get(`${text(row, 'customer')} ${one}`) ?? [])
        for (const second of shown.get(`${text(row, 'customer')} ${two}`) ?? [])
          cells.set(`${first} ${second}`, [...(cells.get(`${first} ${second}`) ?? []), row])
    return [...cells.values()].map((rows) => ({ pair: `${one}-${two}`, rows }))
  })
  // One household gives one address; a party that hides gives as many as it has names.
  const found = groups.filter(({ rows }) => new Set(rows.map((row) => text(row, 'address'))).size >= fewest)
  if (found.length !== 1) return { marks: [], tasks: {} as Record<string, TaskResponse> }
  const { pair = '', rows = [] } = found[0] ?? {}
  const ids = rows.map(({ id }) => id)
  const [first = ''] = rows.map((row) => text(row, 'signed')).sort(compare)
  return {
    marks: ids.map((row) => ({ row, reason: pair })),
    tasks: {
      rentals: { rows: ids },
      first: { time: first },
      signals: { choice: pair },
      checks: { order: checksInOrder },
      whose: { isUnknowable: true },
      response: { choice: 'hold' },
    },
  }
}

/** All cards, marks and lines of a customer, in whichever table they stand: by `customer kind`. */
function sharedBy(tables: readonly Table[]): Map<string, Set<string>> {
  const shown = new Map<string, Set<string>>()
  for (const table of tables)
    for (const kind of kinds.filter((one) => table.columns.some(({ id }) => id === one)))
      for (const row of table.rows) {
        const key = `${cellOf(table, row, 'customer')} ${kind}`
        shown.set(key, (shown.get(key) ?? new Set()).add(String(cellOf(table, row, kind))))
      }
  return shown
}
