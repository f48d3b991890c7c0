/** The three tables as the learner sees them: the same in every world but for what stands in them. */
import type { Cell, Column, Table } from '../types.ts'
import { type Control, recordOf } from './controls.ts'
import type { FirmRow } from './firm.ts'
import type { Incident } from './incident.ts'

const words = (...ids: string[]): Column[] => ids.map((id) => ({ id, kind: 'word' }))
const numbers = (...ids: string[]): Column[] => ids.map((id) => ({ id, kind: 'number' }))

const controlColumns = [...words('control'), ...numbers('cost'), ...words('watches', 'needs', 'covers'), ...numbers('every')]
const firmColumns = [...words('item', 'place', 'kept'), ...numbers('days', 'count')]
const lineColumns = [...words('trade'), ...numbers('day'), ...words('trace', 'record', 'place'), ...numbers('erased')]

export function tablesOf(firm: readonly FirmRow[], controls: readonly Control[], incidents: readonly Incident[]): Table[] {
  return [
    table(
      'controls',
      controlColumns,
      controls.map(({ code, cost, watches, covers, every }) => [code, cost, watches, watches && recordOf[watches], covers, every]),
    ),
    table(
      'firm',
      firmColumns,
      firm.map(({ item, place, kept, days, count }) => [item, place, kept, days, count]),
    ),
    incidents.some(({ endRow }) => endRow)
      ? table('incidents', lineColumns, incidents.flatMap(linesAndEnd))
      : table('incidents', [...lineColumns, ...numbers('noticed')], incidents.flatMap(linesWithEnd)),
  ]
}

/** When it was noticed stands beside each line: in a row of its own, its place would tell that this row is no evidence. */
const linesWithEnd = (incident: Incident): Cell[][] => linesOf(incident).map((cells) => [...cells, incident.noticedOn])

const linesAndEnd = (incident: Incident): Cell[][] => [
  ...linesOf(incident),
  [incident.trade, incident.noticedOn, 'noticed', null, null, null],
]

const linesOf = ({ trade, lines }: Incident): Cell[][] =>
  lines.map(({ day, trace, place, erasedOn }) => [trade, day, trace, recordOf[trace], place, erasedOn])

const table = (id: string, columns: readonly Column[], rows: readonly Cell[][]): Table => ({
  id,
  columns,
  rows: rows.map((cells, index) => ({ id: `${id}-${index + 1}`, cells })),
})
