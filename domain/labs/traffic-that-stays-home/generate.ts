/** Puts the week together: four tables in natural order, and the truth about them. */
import { dayAfter, timeOn } from '../calendar.ts'
import { meanGuessByNames } from '../names-only.ts'
import type { Cell, DebriefStep, Decoy, Generated, Row, Table, TableSpec, Truth } from '../types.ts'
import { countBy, rowsOf } from '../view.ts'
import { type Incident, makeIncident, type Starting } from './incident.ts'
import { type Entry, knownServices, makeNoise } from './noise.ts'
import { makeWorld, minutesOfWeek, type World } from './world.ts'

const specs = {
  records: [
    ['time', 'time'],
    ['machine', 'text'],
    ['destination', 'text'],
    ['sent', 'number'],
    ['received', 'number'],
    ['result', 'word'],
  ],
  register: [
    ['destination', 'text'],
    ['registered', 'day'],
    ['provider', 'text'],
    ['country', 'word'],
    ['category', 'word'],
  ],
  services: [
    ['service', 'word'],
    ['destination', 'text'],
    ['every', 'number'],
  ],
  machines: [
    ['machine', 'text'],
    ['room', 'word'],
    ['hours', 'word'],
    ['user', 'text'],
  ],
} as const

/** @param startingAmong the times of all other records says when machines begin to call, which differs between versions. */
export function generate(seed: string, startingAmong: (times: readonly number[]) => Starting): Generated {
  const world = makeWorld(seed)
  const noise = makeNoise(seed, world)
  const times = noise.flatMap(({ at }) => (at < minutesOfWeek ? at : [])).sort((a, b) => a - b)
  const incident = makeIncident(seed, world, startingAmong(times))
  const entries = [...noise, ...incident.entries]
    .filter(({ at }) => at < minutesOfWeek)
    .sort((a, b) => a.at - b.at || (a.machine < b.machine ? -1 : a.machine > b.machine ? 1 : a.site.domain < b.site.domain ? -1 : 1))
  const tables = [recordsOf(clockOf(world.monday), entries), registerOf(world), servicesOf(world), machinesOf(world)]
  return { evidence: { tables }, truth: { ...truthOf(world, incident, entries, tables), namesOnly: namesOnly(world, incident) } }
}

function tableOf(id: keyof typeof specs, cells: readonly (readonly Cell[])[]): Table {
  const columns: TableSpec['columns'] = specs[id].map(([column, kind]) => ({ id: column, kind }))
  return { id, columns, rows: cells.map((row, index) => ({ id: `${id}-${index + 1}`, cells: row })) }
}

const byFirst = (a: readonly Cell[], b: readonly Cell[]) => (String(a[0]) < String(b[0]) ? -1 : 1)

/** As `timeOn`, for thousands of times in one week. */
function clockOf(monday: string): (at: number) => string {
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => dayAfter(monday, day))
  const two = (number: number) => String(number).padStart(2, '0')
  return (at) => `${days[Math.floor(at / 1_440)]}T${two(Math.floor((at % 1_440) / 60))}:${two(at % 60)}`
}

const recordsOf = (timeAt: (at: number) => string, entries: readonly Entry[]) =>
  tableOf(
    'records',
    entries.map(({ at, machine, site, sent, received }) => [
      timeAt(at),
      machine,
      site.domain,
      sent,
      received,
      site.country === 'outside' ? 'refused' : 'allowed',
    ]),
  )

const registerOf = ({ sites, parts }: World) =>
  tableOf(
    'register',
    [...sites, ...Object.values(parts)]
      .map(({ domain, registered, provider, country, category }) => [domain, registered, provider, country, category])
      .sort(byFirst),
  )

const servicesOf = ({ parts }: World) =>
  tableOf(
    'services',
    knownServices.map(([part, every]) => [part, parts[part].domain, every]),
  )

const machinesOf = ({ machines }: World) =>
  tableOf(
    'machines',
    machines.map(({ name, room, isAlwaysOn, user }) => [name, room, isAlwaysOn ? 'always' : 'working', user]),
  )

function truthOf(world: World, incident: Incident, entries: readonly Entry[], tables: readonly Table[]): Omit<Truth, 'namesOnly'> {
  const [records, register] = tables as [Table, Table]
  const idOf = (index: number) => (records.rows[index] as Row).id
  const firstOf = (name: string) => entries.findIndex(({ cause, machine }) => cause === 'destination' && machine === name)
  const { domain } = world.parts.destination
  const firstCalls = incident.machines.map((machine) => idOf(firstOf(machine)))
  const [firstMachine = '', ...others] = incident.machines
  const since = timeOn(world.monday, entries[firstOf(firstMachine)]?.at ?? 0)
  const isKnown = !incident.isOlderThanRecords
  return {
    tasks: {
      destination: { kind: 'value', value: domain },
      'first-calls': { kind: 'rows', rows: firstCalls },
      'first-machine': isKnown
        ? { kind: 'value', value: firstMachine, near: Object.fromEntries(others.map((machine) => [machine, 0.25])) }
        : { kind: 'value', value: null },
      'since-when': { kind: 'time', value: isKnown ? since : null, toleranceMinutes: 5 },
      filter: { kind: 'choice', worth: { 'stands-inside': 1, 'was-off': 0, 'was-known': 0, 'too-small': 0 } },
      now: { kind: 'choice', worth: { follow: 1, 'block-provider': 0.2, reinstall: 0.2, leave: 0 } },
    },
    evidence: [rowsOf(register, { where: [{ column: 'destination', is: domain }] })[0]?.id ?? '', ...firstCalls],
    decoys: decoysOf(world, entries, idOf, register),
    steps: stepsOf(world, incident, tables, { firstMachine, since }),
  }
}

function namesOnly({ machines }: World, incident: Incident): Truth['namesOnly'] {
  const found = incident.machines.map((name) => machines.findIndex((machine) => machine.name === name))
  return meanGuessByNames(
    machines.map(({ user }) => user),
    found,
  )
}

const decoyParts = ['updater', 'backup', 'weekend-backup', 'licence', 'display', 'news', 'trial'] as const

function decoysOf({ parts }: World, entries: readonly Entry[], idOf: (index: number) => string, register: Table): Decoy[] {
  const rowsBy = (cause: Entry['cause']) => entries.flatMap((one, index) => (one.cause === cause ? idOf(index) : []))
  const registered = (domain: string) => rowsOf(register, { where: [{ column: 'destination', is: domain }] }).map(({ id }) => id)
  const ofParts = decoyParts.map((part) => {
    const rows = rowsBy(part)
    return {
      id: part,
      rows: [...rows, ...registered(parts[part].domain)],
      values: { destination: parts[part].domain, records: rows.length },
    }
  })
  const left = rowsBy('left-open')
  const machine = entries.find(({ cause }) => cause === 'left-open')?.machine ?? ''
  return [...ofParts, { id: 'left-open', rows: left, values: { machine, records: left.length } }]
}

function stepsOf(
  { monday, parts }: World,
  { machines, isOlderThanRecords, interval }: Incident,
  [records, , services]: readonly Table[],
  { firstMachine, since }: { firstMachine: string; since: string },
): DebriefStep[] {
  const weekend = [{ column: 'time', from: timeOn(monday, 5 * 1_440) }] as const
  const { domain, provider } = parts.destination
  const destinations = countBy(records as Table, rowsOf(records as Table, { where: weekend }), 'destination').length
  return [
    { id: 'empty-house', view: { table: 'records', where: weekend, group: 'destination' }, values: { destinations } },
    {
      id: 'what-is-known',
      view: { table: 'services', where: [] },
      values: { known: services?.rows.length ?? 0, trial: parts.trial.domain, destination: domain },
    },
    {
      id: 'two-left',
      view: { table: 'register', where: [{ column: 'destination', in: [domain, parts.trial.domain] }] },
      values: { trial: parts.trial.domain, destination: domain, provider },
    },
    {
      id: 'back-to-the-start',
      view: { table: 'records', where: [{ column: 'destination', is: domain }], sort: { column: 'time', isDescending: false } },
      values: {
        destination: domain,
        interval,
        machines: machines.length,
        machine: firstMachine,
        since: since.replace('T', ' '),
        isKnown: isOlderThanRecords ? 'no' : 'yes',
      },
    },
  ]
}
