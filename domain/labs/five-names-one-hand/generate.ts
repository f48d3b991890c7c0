import { namesFrom } from '../people.ts'
import { labStream } from '../stream.ts'
import type { Cell, Column, Generated, Table, TimeTolerance } from '../types.ts'
import { compare } from '../view.ts'
import { incidentOf } from './incident.ts'
import { crowdsOf, householdsOf, ordinaryOf, resellerOf } from './noise.ts'
import { loginsOf, paymentsOf, plans } from './records.ts'
import { type Known, truthOf } from './truth.ts'
import { periodOf, poolsOf } from './world.ts'

const columns = {
  signups: [
    { id: 'customer', kind: 'text' },
    { id: 'name', kind: 'text' },
    { id: 'signed', kind: 'time' },
    { id: 'address', kind: 'text' },
    { id: 'check', kind: 'word' },
    { id: 'card', kind: 'text' },
    { id: 'mark', kind: 'text' },
    { id: 'line', kind: 'text' },
    { id: 'plan', kind: 'word' },
  ],
  payments: [
    { id: 'time', kind: 'time' },
    { id: 'customer', kind: 'text' },
    { id: 'card', kind: 'text' },
    { id: 'months', kind: 'number' },
    { id: 'amount', kind: 'number' },
  ],
  logins: [
    { id: 'time', kind: 'time' },
    { id: 'customer', kind: 'text' },
    { id: 'line', kind: 'text' },
    { id: 'mark', kind: 'text' },
    { id: 'topic', kind: 'word' },
  ],
} as const satisfies Record<string, readonly Column[]>

/** @param tolerance for the day of the first rental, which differs between versions. */
export function generate(seed: string, tolerance: TimeTolerance): Generated {
  const [sizes, period, pools] = [labStream(seed, 'sizes'), periodOf(seed), poolsOf(seed)]
  const total = sizes.int(232, 246)
  const names = namesFrom(labStream(seed, 'names'), total)
  const crowds = crowdsOf(seed, period, pools)
  const incident = incidentOf(seed, period, pools, crowds)
  const special = [
    ...crowds.flatMap(({ members }) => members),
    ...householdsOf(seed, period, pools).flat(),
    ...resellerOf(seed, period, pools),
    ...incident.both,
    ...incident.party,
  ]
  const everyone = [...special, ...ordinaryOf(seed, period, pools, total - special.length)]
  const sorted = everyone.sort((a, b) => compare(a.signed, b.signed) || compare(a.address, b.address))
  const codes = labStream(seed, 'customer codes')
  let code = codes.int(2_000, 6_000)
  const customers = sorted.map((customer, index): Known => {
    code += codes.int(1, 4)
    return { ...customer, row: `signups-${index + 1}`, code: `K-${code}`, name: names[index] ?? '' }
  })
  const books = booksOf(seed, customers)
  return { evidence: { tables: books }, truth: truthOf({ seed, customers, crowds, incident, tolerance }) }
}

function booksOf(seed: string, customers: readonly Known[]): Table[] {
  const period = periodOf(seed)
  const [plan, paid, support] = [labStream(seed, 'plans'), labStream(seed, 'payments'), labStream(seed, 'log-ins')]
  const rows: Record<keyof typeof columns, Cell[][]> = { signups: [], payments: [], logins: [] }
  for (const customer of customers) {
    const { code, name, signed, address, check, ways } = customer
    const chosen = plan.pick([plans[0], ...plans])
    rows.signups.push([code, name, signed, address, check, ways.card, ways.mark, ways.line, chosen])
    rows.payments.push(...paymentsOf(paid, period, code, customer, chosen))
    rows.logins.push(...loginsOf(support, period, code, customer))
  }
  const byTime = (cells: Cell[][]) => cells.sort((a, b) => compare(a[0] ?? null, b[0] ?? null) || compare(a[1] ?? null, b[1] ?? null))
  return [tableOf('signups', rows.signups), tableOf('payments', byTime(rows.payments)), tableOf('logins', byTime(rows.logins))]
}

const tableOf = (id: keyof typeof columns, rows: readonly Cell[][]): Table => ({
  id,
  columns: columns[id],
  rows: rows.map((cells, index) => ({ id: `${id}-${index + 1}`, cells })),
})
