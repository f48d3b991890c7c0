/** Reasons as the debrief does: two places at once, what explains them, a device that is never at home, and what was done with it. */
import { minutesBetween } from '../calendar.ts'
import type { Cell, Row, Solver, Table } from '../types.ts'

/** Less than the way from town to town, in minutes. */
const atOnce = 120
/** A line that so many accounts use belongs to an office, a VPN or a carrier. */
const many = 5

type Cells = Record<string, Cell> & { id: string }

export const solve: Solver = ({ tables }) => {
  const read = (id: string) => cellsOf(tables.find((table) => table.id === id) as Table)
  const [accounts, signins, rules, files] = [read('accounts'), read('signins'), read('rules'), read('files')]
  const owners = new Map(accounts.map((account) => [account['account'], account]))
  const byAccount = Map.groupBy(signins, ({ account }) => account as Cell)
  const usersOf = new Map(
    [...Map.groupBy(signins, ({ line }) => line as Cell)].map(([line, all]) => [line, new Set(all.map((one) => one['account'])).size]),
  )
  const foreign = signins.filter((one) => {
    const [owner, others] = [owners.get(one['account'] as Cell), byAccount.get(one['account'] as Cell) ?? []]
    if (!owner || owner['kind'] === 'room' || (usersOf.get(one['line'] as Cell) ?? 0) >= many || isOnJourney(owner, one)) return false
    const isAtHomeToo = others.some(({ device, town }) => device === one['device'] && town === owner['town'])
    return (
      !isAtHomeToo &&
      others.some(({ town, time }) => town !== one['town'] && Math.abs(minutesBetween(String(time), String(one['time']))) <= atOnce)
    )
  })
  const sessions = new Set(foreign.map(({ session }) => session))
  const names = new Set(foreign.map(({ account }) => account))
  const taken = accounts.filter(({ account }) => names.has(account as Cell))
  const made = rules.filter(({ session }) => sessions.has(session as Cell))
  const downloads = files.filter(({ session, action }) => sessions.has(session as Cell) && action === 'downloaded')
  const isKept = taken.some(({ log }) => log === 'kept')
  const unknown = { isUnknowable: true } as const
  return {
    marks: [...foreign, ...made].map(({ id }) => ({ row: id, reason: '' })),
    tasks: {
      accounts: { rows: taken.map(({ id }) => id) },
      since: { time: String(foreign[0]?.['time']) },
      folder: isKept ? { value: String(downloads[0]?.['folder']) } : unknown,
      count: isKept ? { number: downloads.length } : unknown,
      now: { choice: 'end-sessions' },
    },
  }
}

const isOnJourney = (owner: Cells, { town, time }: Cells): boolean =>
  owner['away'] === town && String(owner['from']) <= String(time).slice(0, 10) && String(time).slice(0, 10) <= String(owner['until'])

const cellsOf = ({ columns, rows }: Table): Cells[] =>
  rows.map((row: Row) => ({ ...Object.fromEntries(columns.map(({ id }, index) => [id, row.cells[index] ?? null])), id: row.id }))
