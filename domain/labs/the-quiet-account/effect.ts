/** What a rule would have done, shown while it is tuned. From what is in the page alone: nothing here knows what is true. */
import type { LabView, TableView } from '../lab-view.ts'
import type { Evidence, HeldAgainst, Row, RuleTuning } from '../types.ts'
import { placeOf, rowId } from '../workbench.ts'
import { hoursOf, judge, tryRule } from './rule.ts'

/** What somebody holds to be the account in question, and the rows that show it. */
interface Suspicion {
  account: string
  rows: readonly Row[]
}

export interface RuleEffect {
  alerts: number
  perDay: number
  byDay: readonly { day: string; alerts: number }[]
  /** The day with most alerts; null where there is none. */
  most: { day: string; alerts: number } | null
  /** How many accounts would have raised them. Which is not told: to name the one with most would pass in a third of the worlds. */
  accounts: number
  /** Null while nobody is suspected. */
  against: HeldAgainst | null
}

/** The tables of the page as the rule reads them. */
export const evidenceOf = (tables: readonly TableView[]): Evidence => ({
  tables: tables.map(({ id, columns, rows }) => ({ id, columns, rows: rows.map((cells, index) => ({ id: rowId(id, index), cells })) })),
})

/** The account that the learner named, with its rows among those given as a response or else marked; null while either is missing. */
export function suspicionOf(
  evidence: Evidence,
  { marks, tasks }: Pick<LabView['file'], 'marks' | 'tasks'>,
  tuned: RuleTuning,
): Suspicion | null {
  const [named, given] = [tasks[tuned.account]?.given, tasks[tuned.rows]?.given]
  const account = named && 'value' in named ? named.value : null
  const ids = given && 'rows' in given && given.rows.length > 0 ? given.rows : marks.map(({ row }) => row)
  const rows = ids.flatMap((id) => rowOf(evidence, id) ?? []).filter(({ cells }) => cells[2] === account)
  return account !== null && rows.length > 0 ? { account, rows } : null
}

/** A row of the records of access; undefined for one of another table. */
function rowOf({ tables: [access] }: Evidence, id: string): Row | undefined {
  const { table, index } = placeOf(id)
  return access?.id === table ? access.rows[index] : undefined
}

export function effectOf(evidence: Evidence, rule: Readonly<Record<string, number>>, suspicion: Suspicion | null): RuleEffect {
  const tried = tryRule(evidence, rule)
  const most = tried.byDay.reduce((a, b) => (b.alerts > a.alerts ? b : a), { day: '', alerts: 0 })
  return {
    alerts: tried.alerts.length,
    perDay: tried.perDay,
    byDay: tried.byDay,
    most: most.alerts > 0 ? most : null,
    accounts: new Set(tried.alerts.map(({ account }) => account)).size,
    against: suspicion && heldAgainst(tried, suspicion),
  }
}

function heldAgainst(tried: ReturnType<typeof tryRule>, { account, rows }: Suspicion): HeldAgainst {
  const hours = hoursOf(rows)
  const { nightsBefore, falseAlarms } = judge(tried, account, hours)
  return {
    account,
    nights: new Set(hours.map((hour) => hour.slice(0, 10))).size,
    night: nightsBefore === null ? null : nightsBefore + 1,
    falseAlarms,
    falseAlarmsPerWeek: Math.round((10 * falseAlarms) / (tried.byDay.length / 7)) / 10,
  }
}
