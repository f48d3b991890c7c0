import { describe, expect, it } from 'vitest'
import { chanceOfNames, proveKept, proveLab, seeds } from '#testing/labs/proofs'
import { byName, type Strategy } from '#testing/labs/strategies'
import { faultsOfTexts } from '#testing/labs/texts'
import { minutesBetween } from '../calendar.ts'
import type { Evidence, Generated, Row } from '../types.ts'
import { theQuietAccount as lab, theQuietAccountV1 } from './index.ts'
import { judge, ruleSettings, tryRule } from './rule.ts'
import { answersFor, solve } from './solver.ts'

interface Used {
  holder: string
  isPerson: boolean
  area: string
  rows: Row[]
}

const kept = new WeakMap<Evidence, Map<string, Used>>()

/** What each account did, put together once for each world: many signals look at it. */
function usedIn(evidence: Evidence): Map<string, Used> {
  const known = kept.get(evidence)
  if (known) return known
  const [access, accounts] = evidence.tables
  const used = new Map(
    (accounts?.rows ?? []).map(({ cells }) => [
      String(cells[0]),
      { holder: String(cells[4] ?? ''), isPerson: cells[1] === 'person', area: String(cells[2]), rows: [] as Row[] },
    ]),
  )
  for (const row of access?.rows ?? []) used.get(String(row.cells[2]))?.rows.push(row)
  kept.set(evidence, used)
  return used
}

const given = new WeakMap<Evidence, Map<string, ReturnType<typeof answersFor>>>()

/** Many signals lead to the same account. */
function answersOnce(evidence: Evidence, account: string): ReturnType<typeof answersFor> {
  const known = given.get(evidence) ?? new Map<string, ReturnType<typeof answersFor>>()
  given.set(evidence, known)
  const answers = known.get(account) ?? answersFor(evidence, account)
  known.set(account, answers)
  return answers
}

/** Somebody who believes one signal about accounts, and reasons without a fault from there. */
const believing =
  (signal: (used: Used) => number): Strategy =>
  (evidence) => {
    const weighed = [...usedIn(evidence)].map(([account, used]) => ({ account, weight: signal(used) }))
    const best = weighed.reduce((a, b) => (b.weight > a.weight ? b : a))
    const { marks, tasks } = answersOnce(evidence, best.account)
    return {
      marks,
      hints: 0,
      tasks: Object.fromEntries(Object.entries(tasks).map(([id, one]) => [id, { given: one, certainty: 'certain' }])),
    }
  }

const opened = ({ cells }: Row) => Number(cells[4])
const isAtNight = ({ cells }: Row) => Number(cells[1]) < 6
const isLate = ({ cells }: Row) => Number(cells[1]) < 6 || Number(cells[1]) > 18
const isWeekend = ({ cells }: Row) => [0, 6].includes(new Date(`${cells[0]}T00:00Z`).getUTCDay())
const isElsewhere = (area: string) => (row: Row) => row.cells[3] !== area && row.cells[3] !== 'projects'
const sum = (rows: readonly Row[]) => rows.reduce((total, row) => total + opened(row), 0)
const most = (rows: readonly Row[]) => Math.max(0, ...rows.map(opened))
const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 1
const days = (rows: readonly Row[]) => new Set(rows.map(({ cells }) => cells[0])).size
/** By family name, as far as two letters tell. */
const alphabet = (name: string) => [0, 1].reduce((sum, place) => 128 * sum + (name.split(' ')[1]?.charCodeAt(place) ?? 0), 0)
const people = (signal: (used: Used) => number) => believing((used) => (used.isPerson ? signal(used) : -1))

const signals = {
  'most files': believing(({ rows }) => sum(rows)),
  'most files of a person': people(({ rows }) => sum(rows)),
  'most files in an hour': believing(({ rows }) => most(rows)),
  'most files of a person in an hour': people(({ rows }) => most(rows)),
  'most files at night': believing(({ rows }) => sum(rows.filter(isAtNight))),
  'most files of a person at night': people(({ rows }) => sum(rows.filter(isAtNight))),
  'most hours of a person at night': people(({ rows }) => rows.filter(isAtNight).length),
  'most nights of a person': people(({ rows }) => days(rows.filter(isAtNight))),
  'most late hours of a person': people(({ rows }) => rows.filter(isLate).length),
  'most files of a person at the weekend': people(({ rows }) => sum(rows.filter(isWeekend))),
  'most hours of a person at the weekend': people(({ rows }) => rows.filter(isWeekend).length),
  'most files outside the own area': people(({ rows, area }) => sum(rows.filter(isElsewhere(area)))),
  'most hours outside the own area': people(({ rows, area }) => rows.filter(isElsewhere(area)).length),
  'most areas': people(({ rows }) => new Set(rows.map(({ cells }) => cells[3])).size),
  'largest against the own median': people(({ rows }) => most(rows) / median(rows.map(opened))),
  'names only, the first of the alphabet': people(({ holder }) => 1e6 - alphabet(holder)),
  'names only, the last of the alphabet': people(({ holder }) => alphabet(holder)),
  'names only, by some rule': byName({ accounts: 'holder' }),
  'nights outside the own area, notices unread': people(({ rows, area }) => days(rows.filter(isAtNight).filter(isElsewhere(area)))),
}

proveLab({ lab, solve, signals, pinned: 'd134466fd20a8658ed245bc7788377e3a319822ad34cf765804e968baa337703' })

proveKept(theQuietAccountV1, 'ff834ef34bc33abefb25c823817653d61b10923c212d6dc37c34b47ec541327e')

describe('the eight weeks of the file server', () => {
  const worlds = seeds.map((seed) => lab.generate(seed))
  /** The nights on which it read, as days counted from the first of the records. */
  const nightsIn = ({ evidence, truth }: Generated) => {
    const [access] = evidence.tables
    const first = String(access?.rows[0]?.cells[0])
    const found = access?.rows.filter(({ id }) => truth.evidence.includes(id)) ?? []
    return [...new Set(found.map(({ cells }) => minutesBetween(first, String(cells[0])) / 1_440))]
  }

  it('has more days before the first night than lie between two, so that it is known when it began', () => {
    for (const made of worlds) {
      const nights = nightsIn(made)
      const gaps = nights.slice(1).map((night, index) => night - (nights[index] ?? 0))
      expect((nights[0] ?? 0) + 1).toBeGreaterThan(Math.max(...gaps))
    }
  })

  it('begins on many different days', () => {
    const counted = Map.groupBy(worlds, (made) => nightsIn(made)[0])
    for (const [, same] of counted) expect(same.length / worlds.length).toBeLessThan(0.3)
    expect(counted.size).toBeGreaterThan(6)
  })

  it('has three to five thousand rows, and never the number of files of the case', () => {
    for (const made of worlds) {
      const rows = made.evidence.tables[0]?.rows.length ?? 0
      expect(rows).toBeGreaterThan(3_000)
      expect(rows).toBeLessThan(5_000)
      const { files } = made.truth.tasks
      if (files?.kind === 'number') expect(files.value).toBeLessThan(10_000)
    }
  })

  it('has one rule or a few that are best, and most that are not worth much', () => {
    for (const made of worlds) {
      const { rule } = made.truth.tasks
      const worth = rule?.kind === 'rule' ? Object.values(rule.worth) : []
      expect(worth).toHaveLength(Object.values(ruleSettings).reduce((product, values) => product * values.length, 1))
      expect(Math.max(...worth)).toBe(1)
      expect(worth.filter((one) => one >= 0.9).length).toBeLessThanOrEqual(worth.length / 4)
    }
  })

  it('has words for all of it in both languages, and none left over', () => {
    expect(faultsOfTexts(lab, worlds.slice(0, 50))).toEqual([])
  })

  it('keeps names apart from the truth', () => {
    const named = worlds.flatMap(({ evidence, truth }) => {
      const found = truth.tasks['account']?.kind === 'value' ? truth.tasks['account'].value : null
      const people = evidence.tables[1]?.rows.filter(({ cells }) => cells[4] !== null) ?? []
      return people.map(({ cells }) => [String(cells[4]), cells[0] === found] as const)
    })
    const parts = named.flatMap(([name, isFound]) => name.split(' ').map((part) => [part, isFound] as const))
    expect(chanceOfNames(parts)).toBeGreaterThan(0.001)
  })
})

describe('a rule', () => {
  const access = (rows: readonly (readonly [string, number, string, number])[]): Evidence => ({
    tables: [
      {
        id: 'access',
        columns: [],
        rows: rows.map(([day, hour, account, files], index) => ({ id: `access-${index}`, cells: [day, hour, account, 'bids', files] })),
      },
      { id: 'accounts', columns: [], rows: ['a', 'b'].map((account) => ({ id: account, cells: [account, 'person', 'bids', 'day', ''] })) },
    ],
  })

  it('adds up within its window and its hours, and is silent for a day after an alert', () => {
    const evidence = access([
      ['2024-06-03', 2, 'a', 60],
      ['2024-06-03', 4, 'a', 60],
      ['2024-06-03', 5, 'a', 90],
      ['2024-06-03', 14, 'a', 500],
      ['2024-06-05', 1, 'b', 70],
      ['2024-06-05', 1, 'service', 900],
    ])
    const alertsOf = (threshold: number, window: number, hours: number) => tryRule(evidence, { threshold, window, hours }).alerts
    expect(alertsOf(100, 8, 6)).toEqual([{ account: 'a', from: '2024-06-03T04:00' }])
    expect(alertsOf(100, 1, 6)).toEqual([])
    expect(alertsOf(400, 8, 12)).toEqual([])
    expect(alertsOf(400, 8, 24)).toEqual([{ account: 'a', from: '2024-06-03T14:00' }])
    expect(tryRule(evidence, { threshold: 50, window: 1, hours: 24 })).toEqual({
      alerts: [
        { account: 'a', from: '2024-06-03T02:00' },
        { account: 'b', from: '2024-06-05T01:00' },
      ],
      byDay: [
        { day: '2024-06-03', alerts: 1 },
        { day: '2024-06-04', alerts: 0 },
        { day: '2024-06-05', alerts: 1 },
      ],
      perDay: 0.67,
    })
  })

  it('is worth more the earlier it speaks, and less with each false alarm', () => {
    const byDay = Array.from({ length: 7 }, () => ({ day: '', alerts: 0 }))
    const nights = ['2024-06-03T02:00', '2024-06-05T02:00']
    const [first, second, other] = [...nights.map((from) => ({ account: 'a', from })), { account: 'b', from: '2024-06-04T02:00' }] as const
    const judged = (alerts: readonly ({ account: string; from: string } | undefined)[]) =>
      judge({ alerts: alerts.flatMap((alert) => alert ?? []), byDay, perDay: 0 }, 'a', nights)
    expect(judged([first, second])).toEqual({ nightsBefore: 0, falseAlarms: 0, worth: 1 })
    expect(judged([second])).toEqual({ nightsBefore: 1, falseAlarms: 0, worth: 0.5 })
    expect(judged([first, other])).toEqual({ nightsBefore: 0, falseAlarms: 1, worth: 0.5 })
    expect(judged([other])).toEqual({ nightsBefore: null, falseAlarms: 1, worth: 0 })
  })
})
