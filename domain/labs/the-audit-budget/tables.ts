/** The three tables as the learner sees them: the same in every world but for what stands in them. */
import type { Cell, Column, Table } from '../types.ts'
import { type Control, recordOf } from './controls.ts'
import type { FirmRow } from './firm.ts'
import type { Incident } from './incident.ts'

const words = (...ids: string[]): Column[] => ids.map((id) => ({ id, kind: 'word' }))
const numbers = (...ids: string[]): Column[] => ids.map((id) => ({ id, kind: 'number' }))

const controlColumns = [...words('control'), ...numbers('cost'), ...words('watches', 'needs', 'covers'), ...numbers('every')]
const firmColumns = [...words('item', 'place', 'kept'), ...numbers('days', 'count')]
const incidentColumns = [...words('trade'), ...numbers('day'), ...words('trace', 'record', 'place'), ...numbers('erased')]

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
    table('incidents', incidentColumns, incidents.flatMap(linesOf)),
  ]
}

/** The last line of each says when it was noticed. */
const linesOf = ({ trade, lines, noticedOn }: Incident): Cell[][] => [
  ...lines.map(({ day, trace, place, erasedOn }) => [trade, day, trace, recordOf[trace], place, erasedOn]),
  [trade, noticedOn, 'noticed', null, null, null],
]

const table = (id: string, columns: readonly Column[], rows: readonly Cell[][]): Table => ({
  id,
  columns,
  rows: rows.map((cells, index) => ({ id: `${id}-${index + 1}`, cells })),
})
