/** Hints that name a filter lead to what is asked, in every world: followed here as they stand, with nothing but the tables. */
import { describe, expect, it } from 'vitest'
import { seeds } from '#testing/labs/proofs'
import { minutesBetween, weekdayOf } from './calendar.ts'
import { newestLab } from './registry.ts'
import type { Cell, Generated, Lab, Row, Table, TaskTruth } from './types.ts'
import { cellOf, countBy, rowsOf } from './view.ts'

type Line = Record<string, Cell> & { id: string }

interface World {
  tables: Record<string, Table>
  lines: (table: string) => Line[]
  truth: Generated['truth']
}

/** Hundreds of worlds in the long run. */
const patience = { timeout: 30_000 + seeds.length * 300 }

/** One after another: hundreds at once are more than a gigabyte. */
function* worldsOf(id: string): Generator<World> {
  for (const seed of seeds) {
    const { evidence, truth } = (newestLab(id) as Lab).generate(seed)
    const tables = Object.fromEntries(evidence.tables.map((table) => [table.id, table]))
    yield { tables, truth, lines: (name) => (tables[name] as Table).rows.map((row) => lineOf(tables[name] as Table, row)) }
  }
}
const lineOf = (table: Table, row: Row): Line => ({
  ...Object.fromEntries(table.columns.map((column, index) => [column.id, row.cells[index] ?? null])),
  id: row.id,
})
const rowsIn = (task: TaskTruth | undefined) => (task?.kind === 'rows' ? task.rows : [])
const valueIn = (task: TaskTruth | undefined) => (task && 'value' in task ? task.value : null)

describe('one account, two places', () => {
  const many = 5
  const follow = ({ lines, truth }: World) => {
    const [accounts, signins] = [lines('accounts'), lines('signins')]
    const ownerOf = new Map(accounts.map((account) => [account['account'], account]))
    const byLine = [...Map.groupBy(signins, ({ line }) => line)]
    const shared = new Set(byLine.flatMap(([line, all]) => (new Set(all.map(({ account }) => account)).size >= many ? [line] : [])))
    const isExplained = ({ account, town, time }: Line) => {
      const owner = ownerOf.get(account) as Line
      const [day, from, until] = [time, owner['from'], owner['until']].map((one) => String(one).slice(0, 10)) as [string, string, string]
      const isOnJourney = owner['away'] === town && from <= day && day <= until
      return owner['kind'] === 'room' || owner['town'] === town || isOnJourney
    }
    return { accounts, signins, ownerOf, truth, left: signins.filter((one) => !shared.has(one['line']) && !isExplained(one)) }
  }

  it('the second hint leaves every account that was taken over, and few others', patience, () => {
    for (const world of worldsOf('one-account-two-places')) {
      const { accounts, left, truth } = follow(world)
      const names = new Set(left.map(({ account }) => account))
      const rows = accounts.filter(({ account }) => names.has(account as Cell)).map(({ id }) => id)
      expect(rowsIn(truth.tasks['accounts']).filter((row) => !rows.includes(row))).toEqual([])
      expect(rows.length).toBeLessThan(accounts.length / 3)
    }
  })

  it('the third hint tells them from the others, and finds each of their sessions', patience, () => {
    for (const world of worldsOf('one-account-two-places')) {
      const { accounts, signins, ownerOf, left, truth } = follow(world)
      const isForeign = ({ account, device, time }: Line) => {
        const [home, own] = [ownerOf.get(account)?.['town'], signins.filter((one) => one['account'] === account)]
        const isNear = (one: Line) => one['town'] === home && Math.abs(minutesBetween(String(one['time']), String(time))) <= 120
        return own.every((one) => one['device'] !== device || one['town'] !== home) && own.some(isNear)
      }
      const found = left.filter(isForeign)
      const taken = accounts.filter(({ account }) => found.some((one) => one['account'] === account)).map(({ id }) => id)
      expect(taken.toSorted()).toEqual([...rowsIn(truth.tasks['accounts'])].toSorted())
      const devices = new Set(found.map(({ device }) => device))
      const sessions = signins.filter(({ device }) => devices.has(device as Cell)).map(({ id }) => id)
      expect(truth.evidence.filter((row) => row.startsWith('signins-') && !sessions.includes(row))).toEqual([])
    }
  })
})

describe('the log that stopped', () => {
  it('the third hint leads by the date and the hours of the silence to one job whose fingerprint the calendar has not', patience, () => {
    for (const { lines, truth } of worldsOf('the-log-that-stopped')) {
      const [begins, lasts] = [String(valueIn(truth.tasks['begins'])), Number(valueIn(truth.tasks['lasts']))]
      const planned = new Set(lines('changes').map(({ mark }) => mark))
      const ofDate = lines('copy').filter((line) => Object.values(line).some((cell) => String(cell).includes(begins.slice(0, 10))))
      const inHours = ofDate.filter(
        ({ time }) => time !== null && minutesBetween(begins, String(time)) > 0 && minutesBetween(begins, String(time)) < lasts,
      )
      const marks = new Set(inHours.flatMap(({ mark }) => (mark === null || planned.has(mark as Cell) ? [] : [mark])))
      expect([...marks]).toEqual([valueIn(truth.tasks['mark'])])
    }
  })
})

describe('traffic that stays home', () => {
  it('the second and the third hint leave, of what is frequent on the last Sunday, the destination first', patience, () => {
    for (const { tables, lines, truth } of worldsOf('traffic-that-stays-home')) {
      const records = tables['records'] as Table
      const sunday = String(records.rows.at(-1)?.cells[0]).slice(0, 10)
      expect(weekdayOf(sunday)).toBe(0)
      const ofDay = rowsOf(records, { where: [{ column: 'time', from: sunday, to: `${sunday}T23:59` }] })
      const known = new Set(lines('services').map(({ destination }) => destination))
      const letThrough = ofDay.filter(
        (row) => cellOf(records, row, 'result') !== 'refused' && !known.has(cellOf(records, row, 'destination')),
      )
      const [first, second] = countBy(records, letThrough, 'destination')
      expect(first?.value).toBe(valueIn(truth.tasks['destination']))
      expect(first?.count).toBeGreaterThan(second?.count ?? 0)
    }
  })
})
