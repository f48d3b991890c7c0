/** Reasons as a careful planner does, with nothing but the three tables: for the proofs only. */
import type { Evidence, Row, Solver, Table, TaskResponse } from '../types.ts'
import { cellOf, rowsOf } from '../view.ts'
import { noneReadable } from './index.ts'

/** What one control sees of one incident, at which look. */
interface Seen {
  control: string
  incident: string
  line: string
  /** The row of the firm's sheet that makes it possible. */
  record: string
  day: number
  isByStore: boolean
}

interface Sheet {
  controls: Table
  firm: Table
  incidents: Table
}

export const solve: Solver = (evidence) => {
  const sheet = sheetOf(evidence)
  const seen = rowsOf(sheet.controls, { where: [] }).flatMap((control) => seenBy(sheet, control))
  const store = idOf(rowsOf(sheet.controls, { where: [{ column: 'control', is: 'keep-logs-elsewhere' }] })[0])
  const plan = bestOf(sheet, seen, store)
  const noticed = noticedWith(sheet, seen, plan, store)
  const cited = noticed.flatMap(({ pair }) => pair)
  const marks = [...new Set(cited.flatMap(({ line, record }) => [line, record]))].map((row) => ({ row, reason: '' }))
  const looking = sheet.controls.rows.filter(({ id }) => id !== store)
  const blind = looking.filter(({ id }) => !seen.some(({ control }) => control === id)).map(idOf)
  const tasks: Record<string, TaskResponse> = {
    blind: { rows: blind },
    plan: { rows: plan },
    'still-readable': stillReadable(sheet),
    'save-first': { order: savingOrder(sheet) },
    board: { choice: messageFor(sheet, seen, store, noticed.length) },
  }
  return { marks, tasks }
}

const sheetOf = ({ tables }: Evidence): Sheet =>
  Object.fromEntries(['controls', 'firm', 'incidents'].map((id) => [id, tables.find((table) => table.id === id)])) as unknown as Sheet
const idOf = (row: Row | undefined) => row?.id ?? ''
const numberIn = (table: Table, row: Row, column: string) => cellOf(table, row, column) as number | null

/** Every line that a control finds at its next look, if it is kept here until then. */
function seenBy({ controls, firm, incidents }: Sheet, control: Row): Seen[] {
  const every = numberIn(controls, control, 'every')
  if (every === null) return []
  const watched = rowsOf(incidents, { where: [{ column: 'trace', is: cellOf(controls, control, 'watches') }] })
  return watched.flatMap((line): Seen[] => {
    const [incident, day] = [String(cellOf(incidents, line, 'trade')), numberIn(incidents, line, 'day') ?? 0]
    if (!reaches(controls, control, cellOf(incidents, line, 'place'))) return []
    let look = every
    while (look < day) look += every
    const record = recordFor({ controls, firm, incidents }, line)
    if (!record || look >= endOf(incidents, incident)) return []
    const seen = { control: control.id, incident, line: line.id, record: record.id, day: look }
    if (lasts(firm, record, incidents, line, look)) return [{ ...seen, isByStore: false }]
    return isRescued({ controls, firm, incidents }, record, line, look) ? [{ ...seen, isByStore: true }] : []
  })
}

const reaches = (controls: Table, control: Row, place: unknown) => ['all', place].includes(cellOf(controls, control, 'covers'))

const recordFor = ({ firm, incidents }: Sheet, line: Row) =>
  rowsOf(firm, {
    where: [
      { column: 'item', is: cellOf(incidents, line, 'record') },
      { column: 'place', is: cellOf(incidents, line, 'place') },
    ],
  })[0]

const endOf = (incidents: Table, incident: string) => {
  const [line] = rowsOf(incidents, { where: [{ column: 'trade', is: incident }] })
  return (line && numberIn(incidents, line, 'noticed')) ?? 0
}

/** Whether a line, as the record is kept today, is still there on a day. */
function lasts(firm: Table, record: Row, incidents: Table, line: Row, day: number): boolean {
  const [days, erased] = [numberIn(firm, record, 'days'), numberIn(incidents, line, 'erased')]
  if (days === null || day - (numberIn(incidents, line, 'day') ?? 0) > days) return false
  return cellOf(firm, record, 'kept') === 'elsewhere' || erased === null || erased > day
}

/** Whether it is there once logs are sent elsewhere, for a year. */
function isRescued({ controls, firm, incidents }: Sheet, record: Row, line: Row, day: number): boolean {
  const [store] = rowsOf(controls, { where: [{ column: 'control', is: 'keep-logs-elsewhere' }] })
  const isSent = cellOf(firm, record, 'kept') === 'on-the-machine' || cellOf(firm, record, 'item') === 'log-store'
  const isCovered = store !== undefined && reaches(controls, store, cellOf(incidents, line, 'place'))
  return isSent && isCovered && day - (numberIn(incidents, line, 'day') ?? 0) <= 365
}

/** The two signs by which each incident is noticed with a plan, and the days that saves. */
function noticedWith({ incidents }: Sheet, seen: readonly Seen[], plan: readonly string[], store: string) {
  const usable = seen.filter(({ control, isByStore }) => plan.includes(control) && (!isByStore || plan.includes(store)))
  return [...new Set(usable.map(({ incident }) => incident))].flatMap((incident) => {
    const signs = usable.filter((one) => one.incident === incident).sort((a, b) => a.day - b.day)
    const second = signs.find(({ control }) => control !== signs[0]?.control)
    return signs[0] && second ? [{ pair: [signs[0], second], saved: endOf(incidents, incident) - second.day }] : []
  })
}

/** Tries what is affordable among the controls that see something, and the one that keeps; most days, then least money. */
function bestOf(sheet: Sheet, seen: readonly Seen[], store: string): string[] {
  const costs = new Map(sheet.controls.rows.map((row) => [row.id, numberIn(sheet.controls, row, 'cost') ?? 0]))
  const useful = [...costs.keys()].filter((id) => id === store || seen.some(({ control }) => control === id))
  let best = { plan: [] as string[], saved: 0, cost: 0 }
  const grow = (plan: string[], cost: number, from: number) => {
    const saved = noticedWith(sheet, seen, plan, store).reduce((sum, one) => sum + one.saved, 0)
    if (saved > best.saved || (saved === best.saved && cost < best.cost)) best = { plan, saved, cost }
    useful.slice(from).forEach((id, index) => {
      const more = cost + (costs.get(id) ?? 0)
      if (more <= 60) grow([...plan, id], more, from + index + 1)
    })
  }
  grow([], 0, 0)
  return best.plan
}

/** The earliest day of the incident that lasted longest which could still be read on its last, as things are kept today. */
function stillReadable(sheet: Sheet): TaskResponse {
  const { firm, incidents } = sheet
  const [longest] = rowsOf(incidents, { where: [], sort: { column: 'noticed', isDescending: true } })
  const last = (longest && numberIn(incidents, longest, 'noticed')) ?? 0
  const lines = rowsOf(incidents, { where: [{ column: 'noticed', is: last }] })
  const first = lines.find((line) => {
    const record = recordFor(sheet, line)
    return record && lasts(firm, record, incidents, line, last)
  })
  return { value: first ? String(numberIn(incidents, first, 'day')) : noneReadable }
}

/** What could be erased first; then what reaches back least. */
function savingOrder({ firm }: Sheet): string[] {
  const places = {
    'save-endpoint-log': 'own-sites',
    'save-mail-log': 'own-sites',
    'save-proxy-log': 'own-sites',
    'save-sign-in-log': 'cloud',
  }
  const rows = Object.entries(places).map(([event, place]) => {
    const where = [
      { column: 'item', is: event.slice('save-'.length) },
      { column: 'place', is: place },
    ]
    return { event, row: rowsOf(firm, { where })[0] as Row }
  })
  const isSafe = (row: Row) => cellOf(firm, row, 'kept') === 'elsewhere'
  const days = (row: Row) => numberIn(firm, row, 'days') ?? 0
  rows.sort((a, b) => Number(isSafe(a.row)) - Number(isSafe(b.row)) || days(a.row) - days(b.row))
  return rows.map(({ event }) => event)
}

function messageFor(sheet: Sheet, seen: readonly Seen[], store: string, noticed: number): string {
  if (noticed === 3) return 'all-sooner'
  const everything = sheet.controls.rows.map(idOf)
  return noticedWith(sheet, seen, everything, store).length === 3 ? 'more-money' : 'record-missing'
}
