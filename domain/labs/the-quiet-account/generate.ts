/** Puts the eight weeks together: three tables in natural order, and the truth about them. */
import { meanGuessByNames } from '../names-only.ts'
import { keyOfRule } from '../score.ts'
import type { Cell, DebriefStep, Decoy, Evidence, Generated, Table, TableSpec, Truth } from '../types.ts'
import { countBy, rowsOf } from '../view.ts'
import { type FirstNight, type Incident, makeIncident } from './incident.ts'
import { backupAccount, type Entry, makeNoise } from './noise.ts'
import { hoursOf, judge, tryRule, worthOfRules } from './rule.ts'
import { makeWorld, type World } from './world.ts'

const specs = {
  access: [
    ['day', 'day'],
    ['hour', 'number'],
    ['account', 'text'],
    ['area', 'word'],
    ['opened', 'number'],
  ],
  accounts: [
    ['account', 'text'],
    ['kind', 'word'],
    ['area', 'word'],
    ['hours', 'word'],
    ['holder', 'text'],
  ],
  notices: [
    ['from', 'day'],
    ['to', 'day'],
    ['what', 'word'],
    ['accounts', 'text'],
  ],
} as const

/** What differs between versions. */
export interface Ways {
  /** So many days of the records lie before the first Monday. */
  daysBefore: number
  firstNight: FirstNight
}

export function generate(seed: string, { daysBefore, firstNight }: Ways): Generated {
  const world = makeWorld(seed, daysBefore)
  const incident = makeIncident(seed, world, firstNight)
  // The account in question has no other night of its own.
  const noise = makeNoise(seed, world).filter(({ account, cause }) => cause !== 'one-night' || account !== incident.account.id)
  const entries = inOrder([...noise, ...incident.entries, incident.ownEvening])
  const evidence = { tables: [accessOf(entries), accountsOf(world), noticesOf(world)] }
  return { evidence, truth: { ...truthOf(world, incident, entries, evidence), namesOnly: namesOnly(world, incident) } }
}

/** By time, account and area; what one account did in one area within one hour is one row, and the larger part says why. */
function inOrder(entries: readonly Entry[]): Entry[] {
  const keyOf = ({ day, hour, account, area }: Entry) => `${day} ${String(hour).padStart(2, '0')} ${account} ${area}`
  const merged = new Map<string, Entry>()
  for (const one of entries) {
    const other = merged.get(keyOf(one))
    const cause = other && other.opened > one.opened ? other.cause : one.cause
    merged.set(keyOf(one), { ...one, cause, opened: one.opened + (other?.opened ?? 0) })
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

function tableOf(id: keyof typeof specs, cells: readonly (readonly Cell[])[]): Table {
  const columns: TableSpec['columns'] = specs[id].map(([column, kind]) => ({ id: column, kind }))
  return { id, columns, rows: cells.map((row, index) => ({ id: `${id}-${index + 1}`, cells: row })) }
}

const accessOf = (entries: readonly Entry[]) =>
  tableOf(
    'access',
    entries.map(({ day, hour, account, area, opened }) => [day, hour, account, area, opened]),
  )

const accountsOf = ({ accounts }: World) =>
  tableOf('accounts', [
    [backupAccount, 'service', null, 'night', null],
    ...accounts.map(({ id, area, isOnShift, holder }) => [id, 'person', area, isOnShift ? 'shift' : 'day', holder]),
  ])

const noticesOf = ({ notices }: World) =>
  tableOf(
    'notices',
    notices.map(({ from, to, what, accounts }) => [from, to, what, accounts.join(', ')]),
  )

function truthOf(
  world: World,
  { account, entries: quiet }: Incident,
  entries: readonly Entry[],
  evidence: Evidence,
): Omit<Truth, 'namesOnly'> {
  const rowsBy = (cause: Entry['cause']) => entries.flatMap((one, index) => (one.cause === cause ? `access-${index + 1}` : []))
  const rows = rowsBy('quiet')
  const files = quiet.reduce((sum, { opened }) => sum + opened, 0)
  const hours = hoursOf(evidence.tables[0]?.rows.filter(({ id }) => rows.includes(id)) ?? [])
  const rules = worthOfRules(evidence, account.id, hours)
  const best = rules.reduce((a, b) => (b.worth > a.worth ? b : a)).rule
  const { falseAlarms, nightsBefore } = judge(tryRule(evidence, best), account.id, hours)
  return {
    tasks: {
      account: { kind: 'value', value: account.id },
      hours: { kind: 'rows', rows },
      'first-day': { kind: 'time', value: quiet[0]?.day ?? '', toleranceMinutes: 300 },
      files: { kind: 'number', value: files, tolerance: Math.ceil(files * 0.03) },
      left: { kind: 'number', value: null, tolerance: 0 },
      rule: { kind: 'rule', worth: Object.fromEntries(rules.map(({ rule, worth }) => [keyOfRule(rule), worth])) },
    },
    evidence: rows,
    decoys: decoysOf(world, entries, rowsBy),
    steps: [
      ...stepsOf(account.id, quiet, files, evidence),
      {
        id: 'a-rule',
        view: { table: 'access', where: [{ column: 'account', is: account.id }], sort: { column: 'day', isDescending: false } },
        values: { ...best, falseAlarms, night: (nightsBefore ?? 0) + 1 },
      },
    ],
  }
}

function decoysOf({ notices }: World, entries: readonly Entry[], rowsBy: (cause: Entry['cause']) => string[]): Decoy[] {
  const valuesOf = (cause: Entry['cause']) => {
    const found = entries.filter((one) => one.cause === cause)
    const accounts = new Set(found.map(({ account }) => account))
    return { account: [...accounts][0] ?? '', accounts: accounts.size, files: found.reduce((sum, { opened }) => sum + opened, 0) }
  }
  const causes = ['backup', 'shift', 'one-night', 'own-evening', ...notices.map(({ what }) => what)] as const
  return causes.map((id) => ({ id, rows: rowsBy(id), values: valuesOf(id) }))
}

const atNight = { column: 'hour', from: 0, to: 5 } as const

function stepsOf(account: string, quiet: readonly Entry[], files: number, { tables }: Evidence): DebriefStep[] {
  const [access, , notices] = tables as [Table, Table, Table]
  const awake = countBy(access, rowsOf(access, { where: [atNight] }), 'account').length
  return [
    { id: 'at-night', view: { table: 'access', where: [atNight], group: 'account' }, values: { accounts: awake } },
    { id: 'announced', view: { table: 'notices', where: [] }, values: { notices: notices.rows.length, account } },
    {
      id: 'night-by-night',
      view: { table: 'access', where: [{ column: 'account', is: account }, atNight], sort: { column: 'day', isDescending: false } },
      values: {
        account,
        nights: new Set(quiet.map(({ day }) => day)).size,
        files,
        first: quiet[0]?.day ?? '',
        last: quiet.at(-1)?.day ?? '',
      },
    },
  ]
}

function namesOnly({ accounts }: World, { account }: Incident): Truth['namesOnly'] {
  const place = accounts.findIndex(({ id }) => id === account.id)
  return meanGuessByNames(
    accounts.map(({ holder }) => holder),
    [place],
  )
}
