import { describe, expect, it } from 'vitest'
import { chanceOfNames, proveKept, proveLab, seeds } from '#testing/labs/proofs'
import { byName, type Strategy } from '#testing/labs/strategies'
import { faultsOfTexts } from '#testing/labs/texts'
import { minutesBetween } from '../calendar.ts'
import type { Evidence, Generated, Row } from '../types.ts'
import { trafficThatStaysHome as lab, trafficThatStaysHomeV1 } from './index.ts'
import { answersFor, type Called, callsByDestination, solve, steadiness } from './solver.ts'

/** Somebody who believes one signal about destinations, and reasons without a fault from there. */
const believing =
  (signal: (called: Called, evidence: Evidence) => number): Strategy =>
  (evidence) => {
    const weighed = calledIn(evidence).map((called) => ({ called, weight: signal(called, evidence) }))
    const best = weighed.reduce((a, b) => (b.weight > a.weight ? b : a))
    const { marks, tasks } = answersFor(evidence, best.called.destination)
    return { marks, hints: 0, tasks: Object.fromEntries(Object.entries(tasks).map(([id, given]) => [id, { given, certainty: 'certain' }])) }
  }

const kept = new WeakMap<Evidence, Called[]>()
/** Put together once for each week: many signals look at it. */
function calledIn(evidence: Evidence): Called[] {
  const called = kept.get(evidence) ?? callsByDestination(evidence)
  kept.set(evidence, called)
  return called
}

const cell = (row: Called['rows'][number], index: number) => row.cells[index] ?? ''
const hourOf = (row: Called['rows'][number]) => Number(String(cell(row, 0)).slice(11, 13))
const isAtNight = (row: Called['rows'][number]) => hourOf(row) < 6 || hourOf(row) >= 22
const isWeekend = (row: Called['rows'][number]) => [0, 6].includes(new Date(`${cell(row, 0)}Z`).getUTCDay())
const shareOf = (rows: Called['rows'], holds: (row: Called['rows'][number]) => boolean) => rows.filter(holds).length / rows.length
const sent = (row: Called['rows'][number]) => Number(cell(row, 3))
const spread = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers)
const registered = (evidence: Evidence, destination: string) =>
  Date.parse(String(evidence.tables[1]?.rows.find(({ cells }) => cells[0] === destination)?.cells[1]))

/** Looks at who uses which machine only, believes one of the destinations that it calls, and reasons without a fault from there. */
const suspecting =
  (isSuspect: (name: string) => boolean): Strategy =>
  (evidence, tasks, random) => {
    const machines = (evidence.tables[3]?.rows ?? []).filter(({ cells }) => isSuspect(String(cells[3]))).map(({ cells }) => cells[0])
    const theirs = calledIn(evidence).filter(({ callers }) => callers.some(({ machine }) => machines.includes(machine)))
    const chosen = random.pick(theirs)
    return believing((called) => (called === chosen ? 1 : 0))(evidence, tasks, random)
  }

const signals = {
  'names only, by some rule': byName({ machines: 'user' }),
  'names only, the beginning of the alphabet': suspecting((name) => /^\S+ [A-B]/.test(name)),
  'most records': believing(({ rows }) => rows.length),
  'most machines': believing(({ callers }) => callers.length),
  'fewest machines': believing(({ callers, rows }) => -callers.length + rows.length / 1e6),
  'most records for a machine': believing(({ callers, rows }) => rows.length / callers.length),
  'steadiest rhythm': believing(({ callers }) => Math.min(...callers.map(({ times }) => steadiness(times, 0.01)))),
  'most at night': believing(({ rows }) => rows.filter(isAtNight).length),
  'greatest part at night': believing(({ rows }) => shareOf(rows, isAtNight)),
  'most at the weekend': believing(({ rows }) => rows.filter(isWeekend).length),
  'greatest part at the weekend': believing(({ rows }) => shareOf(rows, isWeekend)),
  'most sent': believing(({ rows }) => rows.reduce((sum, row) => sum + sent(row), 0)),
  'least sent at a time': believing(({ rows }) => -rows.reduce((sum, row) => sum + sent(row), 0) / rows.length),
  'always the same size': believing(({ rows }) => -spread(rows.map(sent)) + rows.length / 1e6),
  'most refused': believing(({ rows, isRefused }) => (isRefused ? rows.length : 0)),
  'registered last': believing(({ destination }, evidence) => registered(evidence, destination)),
  'first seen last': believing(({ rows }) => Date.parse(`${cell(rows[0] as never, 0)}Z`)),
}

proveLab({ lab, solve, signals, pinned: '9f27487c601ac6f02c932aca0c4b756a49392194b1ced24cbf22043338cf7bc7' })

proveKept(trafficThatStaysHomeV1, 'be68fb7f8d9a0129ff17598ed266006619403d8b796181802aaed4db088127f0')

describe('the week of traffic', () => {
  const worlds = seeds.map((seed) => lab.generate(seed))
  /** The first call of each machine that calls the destination, in order. */
  const firstCallsOf = ({ evidence, truth }: Generated): Row[] => {
    const task = truth.tasks['first-calls']
    if (task?.kind !== 'rows') throw new Error('no first calls')
    return evidence.tables[0]?.rows.filter(({ id }) => task.rows.includes(id)) ?? []
  }
  const isOlderThanRecords = ({ truth }: Generated) =>
    truth.tasks['since-when']?.kind === 'time' && truth.tasks['since-when'].value === null

  it('has about four thousand records of sixty machines', () => {
    for (const made of worlds) {
      const [records, , , machines] = made.evidence.tables
      expect(machines?.rows).toHaveLength(60)
      expect(records?.rows.length).toBeGreaterThan(3_300)
      expect(records?.rows.length).toBeLessThan(5_000)
    }
  })

  it('leaves the beginning unknowable in a part of the weeks', () => {
    const open = worlds.filter(isOlderThanRecords).length / worlds.length
    expect(open).toBeGreaterThan(0.1)
    expect(open).toBeLessThan(0.4)
  })

  it('lets no machine begin unnoticed beside the first', () => {
    for (const made of worlds) {
      const [first = '', second = ''] = firstCallsOf(made).map(({ cells }) => String(cells[0]))
      if (!isOlderThanRecords(made)) expect(minutesBetween(first, second)).toBeGreaterThanOrEqual(180)
      expect(made.truth.evidence).toHaveLength(firstCallsOf(made).length + 1)
    }
  })

  it('has words for all of it in both languages, and none left over', () => {
    expect(faultsOfTexts(lab, worlds.slice(0, 50))).toEqual([])
  })

  it('keeps names apart from the truth', () => {
    const named = worlds.flatMap((made) => {
      const found = firstCallsOf(made).map(({ cells }) => cells[1])
      return (made.evidence.tables[3]?.rows ?? []).map(({ cells }) => [String(cells[3]), found.includes(cells[0] ?? '')] as const)
    })
    const parts = named.flatMap(([name, isFound]) => name.split(' ').map((part) => [part, isFound] as const))
    expect(chanceOfNames(parts)).toBeGreaterThan(0.001)
  })
})
