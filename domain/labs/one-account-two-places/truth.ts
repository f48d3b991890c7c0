import { guessByNames } from '../names-only.ts'
import { labStream } from '../stream.ts'
import type { Condition, DebriefStep, Decoy, TaskTruth, Truth } from '../types.ts'
import type { FileUse, Rule } from './actions.ts'
import type { Incident } from './incident.ts'
import type { Cause, Session } from './noise.ts'
import { responses } from './tasks.ts'
import type { Account, World } from './world.ts'

/** Everything that the tables show, with the ids of its rows. */
export interface Shown {
  seed: string
  world: World
  incident: Incident
  accounts: ReadonlyMap<Account, { row: string; code: string; name: string | null }>
  sessions: ReadonlyMap<Session, { row: string; code: string }>
  rules: ReadonlyMap<Rule, string>
  files: readonly FileUse[]
}

const anHour = 60

export function truthOf(shown: Shown): Truth {
  const { seed, incident, accounts, sessions, rules, files } = shown
  const foreign = new Set(incident.sessions)
  const found = [...sessions].filter(([session]) => foreign.has(session))
  const made = [...rules].filter(([{ session }]) => foreign.has(session))
  const downloaded = files.filter(({ session, action }) => foreign.has(session) && action === 'downloaded').length
  const { isRead, folder, taken } = incident
  const tasks: Record<string, TaskTruth> = {
    accounts: { kind: 'rows', rows: taken.map((account) => accounts.get(account)?.row ?? '') },
    since: { kind: 'time', value: found[0]?.[0].time ?? null, toleranceMinutes: anHour },
    folder: { kind: 'value', value: isRead ? folder : null },
    count: { kind: 'number', value: isRead ? downloaded : null, tolerance: 1 },
    now: { kind: 'choice', worth: responses },
  }
  const people = [...accounts].flatMap(([account, { name }]) => (name === null ? [] : [{ account, name }]))
  return {
    tasks,
    evidence: [...found.map(([, { row }]) => row), ...made.map(([, row]) => row)],
    decoys: decoysOf(shown),
    steps: stepsOf(shown, found, downloaded),
    namesOnly: guessByNames(
      people.map(({ name }) => name),
      taken.map((account) => people.findIndex((one) => one.account === account)),
      labStream(seed, 'names only'),
    ),
  }
}

function decoysOf({ incident, accounts, sessions, rules, world }: Shown): Decoy[] {
  const of = (id: string, cause: Cause): Decoy => {
    const rows = [...sessions].filter(([session]) => session.cause === cause)
    const owners = [...new Set(rows.map(([{ account }]) => account))].filter((account) => !incident.taken.includes(account))
    return {
      id,
      rows: [...rows.map(([, { row }]) => row), ...owners.map((account) => accounts.get(account)?.row ?? '')],
      values: { count: owners.length, sessions: rows.length, town: cause === 'vpn' ? world.vpn.town : '' },
    }
  }
  const alike = new Set<Rule['does']>(['hide', 'delete', 'forward_outside'])
  const foreign = new Set(incident.sessions)
  const own = [...rules].filter(([{ session, does, about }]) => alike.has(does) && about !== 'newsletter' && !foreign.has(session))
  return [
    of('travel', 'travel'),
    of('vpn', 'vpn'),
    of('room', 'room'),
    of('visit', 'visit'),
    of('set-up', 'set-up'),
    { id: 'rules', rows: own.map(([, row]) => row), values: { count: own.length } },
  ]
}

function stepsOf(
  { incident, accounts, sessions, world }: Shown,
  found: readonly [Session, { code: string }][],
  downloaded: number,
): DebriefStep[] {
  const [first] = found[0] ?? []
  const known = first && accounts.get(first.account)
  const day = first?.time.slice(0, 10) ?? ''
  const inSessions: Condition = { column: 'session', in: found.map(([, { code }]) => code) }
  const time = { column: 'time', isDescending: false }
  const atExit = new Set([...sessions.keys()].filter(({ line }) => line === world.vpn.line).map(({ account }) => account))
  const taken: Condition = { column: 'account', in: incident.taken.map((account) => accounts.get(account)?.code ?? '') }
  const ofDay: Condition = { column: 'time', from: `${day}T00:00`, to: `${day}T23:59` }
  return [
    {
      id: 'two-places',
      view: { table: 'signins', where: [{ column: 'account', is: known?.code ?? '' }, ofDay], sort: time },
      values: { name: known?.name ?? '', home: first?.account.home ?? '', away: first?.town ?? '', day },
    },
    {
      id: 'explained',
      view: { table: 'signins', where: [{ column: 'line', is: world.vpn.line }], sort: time },
      values: { town: world.vpn.town, accounts: atExit.size },
    },
    {
      id: 'device',
      view: { table: 'signins', where: [inSessions], sort: time },
      values: { accounts: incident.taken.length, sessions: found.length },
    },
    {
      id: 'read',
      view: incident.isRead
        ? { table: 'files', where: [inSessions, { column: 'action', is: 'downloaded' }], sort: time }
        : { table: 'accounts', where: [taken] },
      values: { log: incident.isRead ? 'kept' : 'not_kept', count: downloaded, folder: incident.isRead ? incident.folder : '' },
    },
  ]
}
