import { describe, expect, it } from 'vitest'
import { chanceOfNames, proveLab, seeds } from '#testing/labs/proofs'
import { byName, type Strategy } from '#testing/labs/strategies'
import { faultsOfTexts } from '#testing/labs/texts'
import type { Evidence } from '../types.ts'
import { makeIncident } from './incident.ts'
import { trafficThatStaysHome as lab } from './index.ts'
import { answersFor, type Called, callsByDestination, solve, steadiness } from './solver.ts'
import { makeWorld } from './world.ts'

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

proveLab({ lab, solve, signals, pinned: 'be68fb7f8d9a0129ff17598ed266006619403d8b796181802aaed4db088127f0' })

describe('the week of traffic', () => {
  const worlds = seeds.map((seed) => ({ made: lab.generate(seed), world: makeWorld(seed), incident: makeIncident(seed, makeWorld(seed)) }))

  it('has about four thousand records of sixty machines', () => {
    for (const { made } of worlds) {
      const [records, , , machines] = made.evidence.tables
      expect(machines?.rows).toHaveLength(60)
      expect(records?.rows.length).toBeGreaterThan(3_300)
      expect(records?.rows.length).toBeLessThan(5_000)
    }
  })

  it('leaves the beginning unknowable in a part of the weeks', () => {
    const open = worlds.filter(({ incident }) => incident.isOlderThanRecords).length / worlds.length
    expect(open).toBeGreaterThan(0.1)
    expect(open).toBeLessThan(0.4)
  })

  it('lets no machine begin unnoticed beside the first', () => {
    for (const { made, incident } of worlds) {
      const [first = 0, second = 0] = incident.machines.map((name) => incident.entries.find(({ machine }) => machine === name)?.at ?? 0)
      if (!incident.isOlderThanRecords) expect(second - first).toBeGreaterThanOrEqual(180)
      expect(made.truth.evidence).toHaveLength(incident.machines.length + 1)
    }
  })

  it('has words for all of it in both languages, and none left over', () => {
    expect(
      faultsOfTexts(
        lab,
        worlds.slice(0, 50).map(({ made }) => made),
      ),
    ).toEqual([])
  })

  it('keeps names apart from the truth', () => {
    const named = worlds.flatMap(({ world, incident }) =>
      world.machines.map(({ name, user }) => [user, incident.machines.includes(name)] as const),
    )
    const parts = named.flatMap(([name, isFound]) => name.split(' ').map((part) => [part, isFound] as const))
    expect(chanceOfNames(parts)).toBeGreaterThan(0.001)
  })
})
