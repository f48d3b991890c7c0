import { describe, expect, it } from 'vitest'
import { chanceOfNames, proveLab, seeds } from '#testing/labs/proofs'
import { oneSignal, type Strategy } from '#testing/labs/strategies'
import { faultsOfTexts } from '#testing/labs/texts'
import { bestPlan, noticedBy, worthOfPlan } from '../plan.ts'
import type { Evidence, PlanModel, Table } from '../types.ts'
import { cellOf, countBy, rowsOf } from '../view.ts'
import { theAuditBudget } from './index.ts'
import { solve } from './solver.ts'

const { generate, tasks } = theAuditBudget
const worlds = seeds.map((seed) => ({ seed, made: generate(seed) }))
const most = 60

/** Rows of the controls in an order, as many as the money reaches. */
function affordable({ tables }: Evidence, order: (cells: Record<string, unknown>) => number): string[] {
  const table = tables.find(({ id }) => id === 'controls') as Table
  const rows = table.rows.map((row) => ({
    id: row.id,
    cost: Number(cellOf(table, row, 'cost')),
    at: order(Object.fromEntries(table.columns.map(({ id }) => [id, cellOf(table, row, id)]))),
  }))
  let left = most
  return rows
    .sort((a, b) => a.at - b.at)
    .flatMap(({ id, cost }) => {
      if (cost > left) return []
      left -= cost
      return [id]
    })
}

const rules: Record<string, (evidence: Evidence, random: Parameters<Strategy>[2]) => string[]> = {
  'the cheapest that fit': (evidence) => affordable(evidence, ({ cost }) => Number(cost)),
  'the dearest that fit': (evidence) => affordable(evidence, ({ cost }) => -Number(cost)),
  'the most frequent that fit': (evidence) => affordable(evidence, ({ every }) => Number(every ?? 999)),
  'those that reach furthest': (evidence) => affordable(evidence, ({ covers }) => (covers === 'all' ? 0 : 1)),
  'whatever fits': (evidence, random) => affordable(evidence, () => random.int(0, 1_000_000)),
}

/** Looks at two tables, and so is half a reason: now and then it comes close to the best plan, and fails by the rest. */
const mostTraces = (evidence: Evidence) => {
  const incidents = evidence.tables.find(({ id }) => id === 'incidents') as Table
  const counts = new Map(countBy(incidents, incidents.rows, 'trace').map(({ value, count }) => [value, count]))
  return affordable(evidence, ({ watches }) => -(counts.get(watches as string) ?? 0))
}

/** A plan by a rule of thumb, blind controls by the same rule, marks on all lines and rows that look like it, the rest by chance. */
const byRule =
  (rule: (typeof rules)[string]): Strategy =>
  (evidence, specs, random) => {
    const base = oneSignal((table, row) => table.id === 'incidents' && cellOf(table, row, 'record') !== null)(evidence, specs, random)
    const plan = rule(evidence, random)
    const others = evidence.tables[0]?.rows.map(({ id }) => id).filter((id) => !plan.includes(id)) ?? []
    return {
      ...base,
      tasks: {
        ...base.tasks,
        plan: { given: { rows: plan }, certainty: 'guessing' },
        blind: { given: { rows: others }, certainty: 'guessing' },
      },
    }
  }

/** The first two lines of each incident, the records they are in, and the controls that watch them: no look at what is kept, or how often. */
const firstLines: Strategy = (evidence, specs, random) => {
  const [controls, firm, incidents] = evidence.tables as [Table, Table, Table]
  const lines = countBy(incidents, incidents.rows, 'trade').flatMap(({ value }) =>
    rowsOf(incidents, { where: [{ column: 'trade', is: value }] }).slice(0, 2),
  )
  const records = firm.rows.filter((row) =>
    lines.some(
      (line) =>
        cellOf(incidents, line, 'record') === cellOf(firm, row, 'item') && cellOf(incidents, line, 'place') === cellOf(firm, row, 'place'),
    ),
  )
  const watching = new Set(lines.map((line) => cellOf(incidents, line, 'trace')))
  const left = new Set(incidents.rows.map((line) => cellOf(incidents, line, 'trace')))
  const plan = affordable(evidence, ({ watches }) => (watching.has(watches as string) ? 0 : 1))
  const blind = controls.rows.filter((row) => cellOf(controls, row, 'watches') !== null && !left.has(cellOf(controls, row, 'watches')))
  return {
    ...byRule(() => plan)(evidence, specs, random),
    marks: [...lines, ...records].map(({ id }) => ({ row: id, reason: '' })),
    tasks: {
      ...byRule(() => plan)(evidence, specs, random).tasks,
      blind: { given: { rows: blind.map(({ id }) => id) }, certainty: 'guessing' },
    },
  }
}

proveLab({
  lab: theAuditBudget,
  solve,
  signals: {
    ...Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, byRule(rule)])),
    'those whose trace occurs most often': byRule(mostTraces),
    'the first lines of each': firstLines,
    'records that are written': oneSignal((table, row) => table.id === 'firm' && cellOf(table, row, 'kept') !== 'not-written'),
    'records kept elsewhere': oneSignal((table, row) => cellOf(table, row, 'kept') === 'elsewhere'),
    'early lines': oneSignal((table, row) => table.id === 'incidents' && Number(cellOf(table, row, 'day')) < 30),
    'lines that were not erased': oneSignal((table, row) => table.id === 'incidents' && cellOf(table, row, 'erased') === null),
  },
  pinned: '2fc65904c8e2ebb4b0a9093231164fc99a6cc263f2a714d988d726230f8eb673',
})

const planTruth = (made: ReturnType<typeof generate>) => made.truth.tasks['plan'] as { kind: 'plan'; model: PlanModel; best: number }

describe('a plan by a rule of thumb', () => {
  it.each(Object.keys(rules))('“%s” seldom saves nine tenths of what the best plan saves', (name) => {
    const rule = rules[name] as (typeof rules)[string]
    const worths = worlds.map(({ made }, index) => {
      const random = { int: (low: number, high: number) => low + ((index * 7919 + 104_729 * (index + 3)) % (high - low)) }
      return worthOfPlan(planTruth(made), rule(made.evidence, random as never))
    })
    expect(worths.filter((worth) => worth >= 0.9).length / worths.length).toBeLessThanOrEqual(0.05)
  })

  it('of all controls, or of none, is worth nothing', () => {
    for (const { made } of worlds) {
      const all = made.evidence.tables[0]?.rows.map(({ id }) => id) ?? []
      expect([worthOfPlan(planTruth(made), all), worthOfPlan(planTruth(made), [])]).toEqual([0, 0])
    }
  })
})

describe('the worlds', () => {
  it('have money for about six of fourteen controls', () => {
    const counts = worlds.map(({ made: { evidence } }) => {
      const costs = evidence.tables[0]?.rows.map((row) => Number(cellOf(evidence.tables[0] as never, row, 'cost'))) ?? []
      expect(costs).toHaveLength(14)
      return most / (costs.reduce((sum, cost) => sum + cost, 0) / costs.length)
    })
    expect(Math.min(...counts)).toBeGreaterThan(4.8)
    expect(Math.max(...counts)).toBeLessThan(7.5)
  })

  it('differ in which controls are worth their money', () => {
    const chosen = worlds.flatMap(({ made }) => bestPlan(planTruth(made).model).rows)
    const blind = worlds.flatMap(({ made }) => (made.truth.tasks['blind'] as { rows: readonly string[] }).rows)
    const share = (rows: readonly string[], row: string) => rows.filter((one) => one === row).length / worlds.length
    for (let place = 1; place <= 14; place += 1) {
      expect(share(chosen, `controls-${place}`)).toBeLessThan(0.75)
      expect(share(blind, `controls-${place}`)).toBeLessThan(0.9)
    }
  })

  it('say nothing by the trade of a firm, for there are no other names', () => {
    const named = worlds.flatMap(({ made }) => {
      const { model } = planTruth(made)
      const plan = new Set(bestPlan(model).rows)
      return model.incidents.map((incident) => [incident.id, noticedBy(incident, plan) !== null] as const)
    })
    expect(chanceOfNames(named)).toBeGreaterThan(0.001)
  })

  it('let each message to the board be right somewhere, and the day be unknowable in a part', () => {
    const right = worlds.map(({ made }) => {
      const { worth } = made.truth.tasks['board'] as { worth: Record<string, number> }
      return Object.keys(worth).find((choice) => worth[choice] === 1)
    })
    for (const message of ['all-sooner', 'record-missing', 'more-money'])
      expect(right.filter((one) => one === message).length / right.length).toBeGreaterThan(0.1)
    const unknown = worlds.filter(({ made }) => (made.truth.tasks['still-readable'] as { value: number | null }).value === null)
    expect(unknown.length / worlds.length).toBeGreaterThan(0.08)
    expect(unknown.length / worlds.length).toBeLessThan(0.5)
  })
})

it('offers, of its five tasks, only one that may be unknowable', () => {
  expect(tasks.filter(({ isUnknowableOffered }) => isUnknowableOffered).map(({ id }) => id)).toEqual(['still-readable'])
})

it('has words for all that it speaks of, in both languages, and none left over', () => {
  expect(
    faultsOfTexts(
      theAuditBudget,
      worlds.map(({ made }) => made),
    ),
  ).toEqual([])
})
