import { minutesBetween } from '../calendar.ts'
import type { Evidence, Row, Solver, Table } from '../types.ts'
import { cellOf, countBy, rowsOf } from '../view.ts'

const tableOf = ({ tables }: Evidence, id: string) => tables.find((table) => table.id === id) as Table

/** Sets aside what people open, what the list explains and what was refused; follows what is left back to its beginning. */
export const solve: Solver = (evidence) => {
  const known = new Set(tableOf(evidence, 'services').rows.map(({ cells }) => cells[1]))
  const found = callsByDestination(evidence).filter(
    ({ destination, callers, isRefused }) => !known.has(destination) && !isRefused && callers.every(({ times }) => isSteady(times)),
  )
  return answersFor(evidence, found.length === 1 ? (found[0]?.destination ?? '') : '')
}

/** Everything that follows once a destination is suspected. */
export function answersFor(evidence: Evidence, destination: string): ReturnType<Solver> {
  const records = tableOf(evidence, 'records')
  const calls = rowsOf(records, { where: [{ column: 'destination', is: destination }] })
  const machines = countBy(records, calls, 'machine').map(({ value }) => value)
  const firstCalls = machines.map((machine) => calls.find((row) => cellOf(records, row, 'machine') === machine) as Row)
  const [first] = calls
  const machine = first ? String(cellOf(records, first, 'machine')) : ''
  const since = first ? String(cellOf(records, first, 'time')) : ''
  const own = calls.filter((row) => cellOf(records, row, 'machine') === machine).map((row) => String(cellOf(records, row, 'time')))
  const before = records.rows[0] ? minutesBetween(String(records.rows[0].cells[0]).slice(0, 10), since) : 0
  const isOpen = before <= 1.5 * (median(gapsOf(own)) || 0)
  const entry = rowsOf(tableOf(evidence, 'register'), { where: [{ column: 'destination', is: destination }] })
  return {
    marks: [...entry, ...firstCalls].map(({ id }) => ({ row: id, reason: 'the destination, and where each machine began' })),
    tasks: {
      destination: { value: destination },
      'first-calls': { rows: firstCalls.map(({ id }) => id) },
      'first-machine': isOpen ? { isUnknowable: true } : { value: machine },
      'since-when': isOpen ? { isUnknowable: true } : { time: since },
      filter: { choice: 'stands-inside' },
      now: { choice: 'follow' },
    },
  }
}

export interface Called {
  destination: string
  isRefused: boolean
  callers: { machine: string; times: string[] }[]
  rows: Row[]
}

/** The records, put together by destination and by the machine that called. */
export function callsByDestination(evidence: Evidence): Called[] {
  const byDestination = new Map<string, Called>()
  for (const row of tableOf(evidence, 'records').rows) {
    const [time, machine, destination, , , result] = row.cells.map(String) as [string, string, string, string, string, string]
    const called = byDestination.get(destination) ?? { destination, isRefused: result === 'refused', callers: [], rows: [] }
    byDestination.set(destination, called)
    called.rows.push(row)
    const caller = called.callers.find((one) => one.machine === machine)
    if (caller) caller.times.push(time)
    else called.callers.push({ machine, times: [time] })
  }
  return [...byDestination.values()]
}

const gapsOf = (times: readonly string[]) => times.slice(1).map((time, index) => minutesBetween(times[index] ?? time, time))
const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Part of the gaps that differ from the usual one by no more than the tolerance; a machine that was off, or a call that is missing, is left out. */
export function steadiness(times: readonly string[], tolerance = 0.15): number {
  const gaps = gapsOf(times)
  const usual = median(gaps)
  const counted = gaps.filter((gap) => gap < 1.7 * usual)
  return counted.length < 5 ? 0 : counted.filter((gap) => Math.abs(gap - usual) <= tolerance * usual).length / counted.length
}

const isSteady = (times: readonly string[]) => steadiness(times) > 0.85
