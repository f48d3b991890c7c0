import { dayAfter } from '../calendar.ts'
import { namesFrom } from '../people.ts'
import { labStream } from '../stream.ts'
import type { Cell, Column, Generated, Table } from '../types.ts'
import { compare } from '../view.ts'
import { filesOf, rulesOf } from './actions.ts'
import { incidentOf } from './incident.ts'
import { sessionsOf } from './noise.ts'
import { truthOf } from './truth.ts'
import { type Account, type World, worldOf } from './world.ts'

const columns = {
  accounts: 'account:text name:text kind:word town:text department:word away:text from:day until:day log:word',
  signins: 'time:time session:text account:text town:text line:text device:text second:word',
  rules: 'time:time session:text account:text about:word does:word',
  files: 'time:time session:text account:text action:word folder:text file:text',
} as const

export function generate(seed: string): Generated {
  const world = worldOf(seed)
  const ordinary = sessionsOf(seed, world)
  const incident = incidentOf(seed, world, ordinary)
  const accounts = namedOf(seed, world)
  const codeOf = (account: Account) => accounts.get(account)?.code ?? ''
  const inOrder = [...ordinary, ...incident.sessions].sort(
    (a, b) => compare(a.time, b.time) || compare(codeOf(a.account), codeOf(b.account)) || compare(a.device, b.device),
  )
  const codes = labStream(seed, 'session codes')
  let code = codes.int(10_000, 40_000)
  const sessions = new Map(
    inOrder.map((session, index) => {
      code += codes.int(1, 9)
      return [session, { row: `signins-${index + 1}`, code: `S-${code}` }] as const
    }),
  )
  const sessionOf = (session: (typeof inOrder)[number]) => [sessions.get(session)?.code ?? '', codeOf(session.account)]
  const byTime = <T extends { time: string; session: (typeof inOrder)[number] }>(rows: T[]) =>
    rows.sort((a, b) => compare(a.time, b.time) || compare(sessionOf(a.session)[0] ?? '', sessionOf(b.session)[0] ?? ''))
  const [rules, files] = [byTime(rulesOf(seed, ordinary, incident)), byTime(filesOf(seed, ordinary, incident))]
  const tables = [
    tableOf(
      'accounts',
      [...accounts].map(([account, { code: own, name }]) => accountRow(world, account, own, name)),
    ),
    tableOf(
      'signins',
      inOrder.map((one) => [one.time, ...sessionOf(one), one.town, one.line, one.device, one.second]),
    ),
    tableOf(
      'rules',
      rules.map((one) => [one.time, ...sessionOf(one.session), one.about, one.does]),
    ),
    tableOf(
      'files',
      files.map((one) => [one.time, ...sessionOf(one.session), one.action, one.folder, one.file]),
    ),
  ]
  const rowOfRule = new Map(rules.map((rule, index) => [rule, `rules-${index + 1}`]))
  return { evidence: { tables }, truth: truthOf({ seed, world, incident, accounts, sessions, rules: rowOfRule, files }) }
}

/** Accounts by their code, with names drawn without a look at what they do. */
function namedOf(seed: string, { accounts }: World) {
  const names = namesFrom(labStream(seed, 'names'), accounts.length)
  const codes = labStream(seed, 'account codes')
  let code = codes.int(1_000, 3_000)
  return new Map(
    accounts.map((account, index) => {
      code += codes.int(1, 40)
      const name = account.kind === 'room' ? null : (names[index] ?? '')
      return [account, { row: `accounts-${index + 1}`, code: `A-${code}`, name }] as const
    }),
  )
}

function accountRow({ days }: World, { kind, habit, home, department, away, log }: Account, code: string, name: string | null): Cell[] {
  // A journey is entered with a day to spare on either side.
  const [first = '', last = ''] = [days[away.first], days[away.last]]
  const journey = habit === 'traveller' ? [away.town, dayAfter(first, -1), dayAfter(last, 1)] : [null, null, null]
  return [code, name, kind, home, kind === 'room' ? null : department, ...journey, log]
}

const tableOf = (id: keyof typeof columns, rows: readonly Cell[][]): Table => ({
  id,
  columns: columns[id].split(' ').map((column) => {
    const [name = '', kind] = column.split(':')
    return { id: name, kind: kind as Column['kind'] }
  }),
  rows: rows.map((cells, index) => ({ id: `${id}-${index + 1}`, cells })),
})
