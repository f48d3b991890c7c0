import { guessByNames } from '../names-only.ts'
import { labStream } from '../stream.ts'
import type { Condition, DebriefStep, Decoy, TaskTruth, TimeTolerance, Truth } from '../types.ts'
import type { Incident } from './incident.ts'
import type { Crowd } from './noise.ts'
import { checksInOrder, pairs, responses } from './tasks.ts'
import type { Customer, Signal } from './world.ts'

/** A customer as the tables show it. */
export interface Known extends Customer {
  row: string
  code: string
  name: string
}

interface Made {
  seed: string
  customers: readonly Known[]
  crowds: readonly Crowd[]
  incident: Incident
  /** How far the day of the first rental may be off. */
  tolerance: TimeTolerance
}

export function truthOf({ seed, customers, crowds, incident, tolerance }: Made): Truth {
  const party = customers.filter(({ role }) => role === 'party')
  const [one, two] = incident.linked
  const rows = rowsOf(party)
  const tasks: Record<string, TaskTruth> = {
    first: { kind: 'time', value: party[0]?.signed ?? null, ...tolerance },
    rentals: { kind: 'rows', rows },
    signals: { kind: 'choice', worth: Object.fromEntries(pairs.map((pair) => [pair, worthOf(pair, [one.signal, two.signal])])) },
    checks: { kind: 'order', order: checksInOrder },
    // The evidence shows that it is one hand, never whose.
    whose: { kind: 'value', value: null },
    response: { kind: 'choice', worth: responses },
  }
  const names = customers.map(({ name }) => name)
  const places = party.map((customer) => customers.indexOf(customer))
  return {
    tasks,
    evidence: rows,
    decoys: decoysOf(customers, crowds, incident),
    steps: stepsOf(customers, party, incident),
    namesOnly: guessByNames(names, places, labStream(seed, 'names only')),
  }
}

const rowsOf = (customers: readonly Known[]) => customers.map(({ row }) => row)

/** A pair with one of the two signals is worth a little. */
function worthOf(pair: string, linked: readonly Signal[]): number {
  const right = linked.filter((signal) => pair.split('-').includes(signal)).length
  return right === 2 ? 1 : right * 0.3
}

/** The crowds that the party hid in; where it hid in none of a kind, the largest of that kind. */
function decoysOf(customers: readonly Known[], crowds: readonly Crowd[], { linked }: Incident): Decoy[] {
  const of = (role: Customer['role']) => customers.filter((customer) => customer.role === role)
  const crowdOf = (id: string, role: Customer['role'], signal: Signal): Decoy => {
    const [largest] = crowds.filter((crowd) => crowd.signal === signal).sort((a, b) => b.members.length - a.members.length)
    const value = linked.find((link) => link.signal === signal)?.value ?? largest?.value ?? ''
    const members = of(role).filter(({ ways, later }) => ways[signal] === value || later[signal] === value)
    return { id, rows: rowsOf(members), values: { value, count: members.length } }
  }
  const [household, reseller, both] = [of('household'), of('reseller'), of('both')]
  return [
    { id: 'households', rows: rowsOf(household), values: { count: household.length } },
    { id: 'reseller', rows: rowsOf(reseller), values: { count: reseller.length } },
    crowdOf('students', 'student', 'card'),
    crowdOf('laptops', 'laptop', 'mark'),
    crowdOf('dormitory', 'dormitory', 'line'),
    { id: 'both', rows: rowsOf(both), values: { count: both.length } },
  ]
}

function stepsOf(customers: readonly Known[], party: readonly Known[], { linked: [one, two] }: Incident): DebriefStep[] {
  const whereOne: Condition = { column: one.signal, is: one.value }
  const whereTwo: Condition = { column: two.signal, is: two.value }
  const hasOne = customers.filter(({ ways }) => ways[one.signal] === one.value)
  const hasBoth = hasOne.filter(({ ways }) => ways[two.signal] === two.value)
  const late = party.filter((customer) => !hasBoth.includes(customer))
  const [hidden] = party.filter(({ later }) => later[one.signal] === one.value)
  const table = one.signal === 'card' ? 'payments' : 'logins'
  const codes = [...party, ...customers.filter(({ role }) => role === 'both')].map(({ code }) => code)
  const signed = { column: 'signed', isDescending: false }
  return [
    {
      id: 'one-signal',
      view: { table: 'signups', where: [whereOne], sort: signed },
      values: { signal: one.signal, value: one.value, count: hasOne.length },
    },
    {
      id: 'two-signals',
      view: { table: 'signups', where: [whereOne, whereTwo], sort: signed },
      values: { signal: two.signal, value: two.value, count: hasBoth.length },
    },
    {
      id: 'later',
      view: { table, where: [whereOne, { column: 'customer', in: party.map(({ code }) => code) }] },
      values: { signal: one.signal, late: late.length, code: hidden?.code ?? '', name: hidden?.name ?? '' },
    },
    {
      id: 'checks',
      view: { table: 'signups', where: [{ column: 'customer', in: codes }], sort: signed },
      values: { rentals: party.length, first: party[0]?.signed.slice(0, 10) ?? '', confirmed: codes.length - party.length },
    },
  ]
}
