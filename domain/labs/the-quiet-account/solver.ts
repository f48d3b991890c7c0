import { dayAfter } from '../calendar.ts'
import type { Evidence, Row, Solver, Table } from '../types.ts'
import { hoursOf, worthOfRules } from './rule.ts'

const rowsOf = ({ tables }: Evidence, id: string) => (tables.find((table) => table.id === id) as Table).rows
const cellOf = ({ cells }: Row, index: number) => cells[index] ?? ''

/** Looks at the small hours, sets aside one’s own area and what was announced, and follows the account that comes back again and again. */
export const solve: Solver = (evidence) => {
  const byAccount = new Map<string, number>()
  for (const row of unexplained(evidence)) byAccount.set(String(cellOf(row, 2)), (byAccount.get(String(cellOf(row, 2))) ?? 0) + 1)
  const [account = ''] = [...byAccount].sort(([, a], [, b]) => b - a)[0] ?? []
  return answersFor(evidence, account)
}

/** Everything that follows once an account is suspected. */
export function answersFor(evidence: Evidence, account: string): ReturnType<Solver> {
  const rows = unexplained(evidence).filter((row) => cellOf(row, 2) === account)
  const rules = worthOfRules(evidence, account, hoursOf(rows))
  const best = rules.reduce((a, b) => (b.worth > a.worth ? b : a))
  return {
    marks: rows.map(({ id }) => ({ row: id, reason: 'by night, and not in its own area' })),
    tasks: {
      account: { value: account },
      hours: { rows: rows.map(({ id }) => id) },
      'first-day': { time: String(rows[0] ? cellOf(rows[0], 0) : '2024-01-01') },
      files: { number: rows.reduce((sum, row) => sum + Number(cellOf(row, 4)), 0) },
      left: { isUnknowable: true },
      rule: { rule: best.rule },
    },
  }
}

/** Nightly reading by people outside their own area that nobody announced. */
function unexplained(evidence: Evidence): Row[] {
  const accounts = new Map(rowsOf(evidence, 'accounts').map((row) => [cellOf(row, 0), row]))
  const notices = rowsOf(evidence, 'notices').map((row) => ({
    from: String(cellOf(row, 0)),
    // The night after the last day still belongs to it.
    to: dayAfter(String(cellOf(row, 1)), 1),
    accounts: String(cellOf(row, 3)).split(', '),
  }))
  return rowsOf(evidence, 'access').filter((row) => {
    const [day, hour, account, area] = row.cells as [string, number, string, string, number]
    const known = accounts.get(account)
    if (hour > 5 || !known || cellOf(known, 1) !== 'person' || area === cellOf(known, 2) || area === 'projects') return false
    return !notices.some(({ from, to, accounts }) => accounts.includes(account) && day >= from && day <= to)
  })
}
