/** Asks the three questions of each message, as the debrief does, with nothing but the tables. */
import type { Evidence, Row, Solver, Table } from '../types.ts'
import { cellOf, countBy, rowsOf } from '../view.ts'
import { noneShared } from './index.ts'

const weighty = ['pay', 'sign-in', 'open', 'data']

export const solve: Solver = (evidence) => {
  const [inbox, book, waiting] = ['inbox', 'book', 'waiting'].map((id) => tableIn(evidence, id)) as [Table, Table, Table]
  const text = (table: Table, row: Row, column: string) => String(cellOf(table, row, column) ?? '')
  const oddities = (row: Row): number => {
    const [name, asks] = [text(inbox, row, 'name'), text(inbox, row, 'asks')]
    const [contact] = rowsOf(book, { where: [{ column: 'name', is: name }] })
    const isKnown = contact !== undefined && text(book, contact, 'address') === text(inbox, row, 'address')
    const isReturned =
      contact !== undefined && ['address', 'replies'].some((column) => text(book, contact, column) === text(inbox, row, 'reply'))
    const agreed = rowsOf(waiting, {
      where: [
        { column: 'name', is: name },
        { column: 'what', is: asks },
      ],
    })
    return [isKnown, isReturned, agreed.length > 0].filter((fits) => !fits).length
  }
  const costing = inbox.rows.filter((row) => weighty.includes(text(inbox, row, 'asks')))
  const reported = costing.filter((row) => oddities(row) > 1)
  const checked = costing.filter((row) => oddities(row) === 1)
  const others = inbox.rows.filter((row) => !reported.includes(row) && !checked.includes(row))
  const names = reported.map((row) => text(inbox, row, 'name'))
  const contradicted = rowsOf(book, { where: [{ column: 'name', in: names }] })
  const boxes = new Set(book.rows.flatMap((row) => [text(book, row, 'address'), text(book, row, 'replies')]))
  const [shared] = countBy(inbox, reported, 'reply').filter(({ value, count }) => count > 1 && !boxes.has(String(value)))
  const ids = (rows: readonly Row[]) => rows.map(({ id }) => id)
  return {
    tasks: {
      report: { rows: ids(reported) },
      check: { rows: ids(checked) },
      answer: { rows: ids(others) },
      collector: { value: shared ? String(shared.value) : noneShared },
      channel: { choice: 'number-in-the-book' },
    },
    marks: [...reported, ...contradicted].map(({ id }) => ({ row: id, reason: '' })),
  }
}

const tableIn = (evidence: Evidence, id: string) => evidence.tables.find((table) => table.id === id) as Table
