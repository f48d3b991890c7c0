import { describe, expect, it } from 'vitest'
import { bestPlan, costOf, noticedBy, savedDays, sightsOf, worthOfPlan } from './plan.ts'
import { scoreLab } from './score.ts'
import type { PlanModel, Sight, TaskSpec } from './types.ts'

const sight = (control: string, day: number, needs?: string): Sight => ({
  control,
  day,
  line: `line-${control}`,
  ...(needs ? { needs } : {}),
})

/** `a` and `b` show the first incident, `b` and `c` the second; `c` sees it sooner when `keep` is there. */
const model: PlanModel = {
  most: 10,
  controls: [
    { row: 'a', cost: 3 },
    { row: 'b', cost: 4 },
    { row: 'c', cost: 3 },
    { row: 'keep', cost: 3 },
    { row: 'd', cost: 9 },
  ],
  incidents: [
    { id: 'one', noticedOn: 100, sights: [sight('a', 10), sight('b', 30), sight('d', 20)] },
    { id: 'two', noticedOn: 50, sights: [sight('b', 7), sight('c', 40), sight('c', 14, 'keep'), sight('d', 60)] },
  ],
}
const saved = (...rows: string[]) => savedDays(model, rows)

describe('a plan', () => {
  it('notices an incident with the second of its controls', () => {
    expect(noticedBy(model.incidents[0] as never, new Set(['a', 'b']))?.map(({ control, day }) => [control, day])).toEqual([
      ['a', 10],
      ['b', 30],
    ])
    expect(noticedBy(model.incidents[0] as never, new Set(['a']))).toBeNull()
    expect([saved('a', 'b'), saved('a', 'd'), saved('a'), saved()]).toEqual([70, 80, 0, 0])
  })

  it('does not count a control twice, nor a sight after it was noticed anyway', () => {
    expect(sightsOf(model.incidents[1] as never, new Set(['c', 'keep']))).toHaveLength(1)
    expect([saved('c', 'keep'), saved('b', 'd')]).toEqual([0, 70])
  })

  it('sees with a control that needs another only where both are there', () => {
    expect([saved('b', 'c'), saved('b', 'c', 'keep')]).toEqual([10, 36])
  })

  it('is worth its share of the best, and nothing over the budget', () => {
    const truth = { model, best: 80 }
    expect(worthOfPlan(truth, ['a', 'b', 'c'])).toBe(1)
    expect(worthOfPlan(truth, ['a', 'b'])).toBe(70 / 80)
    expect(worthOfPlan(truth, ['a', 'b', 'c', 'keep'])).toBe(0)
    expect(worthOfPlan(truth, [])).toBe(0)
    expect(worthOfPlan({ model, best: 0 }, ['a'])).toBe(0)
  })

  it('takes no row twice and none that it does not know', () => {
    expect(costOf(model, ['a', 'a', 'x'])).toBe(3)
    expect(saved('a', 'a', 'x')).toBe(0)
  })
})

describe('the best plan', () => {
  it('saves most of all that are affordable', () => {
    expect(bestPlan(model)).toMatchObject({ rows: ['a', 'b', 'c'], saved: 80, cost: 10, isOnly: true })
    expect(bestPlan({ ...model, most: 13 })).toMatchObject({ rows: ['a', 'b', 'c', 'keep'], saved: 106 })
  })

  it('is the cheapest of those that save as much, and tells when there is another', () => {
    const tied = { ...model, controls: model.controls.map((control) => ({ ...control, cost: 5 })) }
    expect(bestPlan(tied)).toMatchObject({ rows: ['a', 'd'], saved: 80, isOnly: true })
    const twice = { ...tied, incidents: [{ id: 'one', noticedOn: 100, sights: [sight('a', 10), sight('b', 20), sight('d', 20)] }] }
    expect(bestPlan(twice)).toMatchObject({ saved: 80, isOnly: false })
  })

  it('agrees with trying every set one by one', () => {
    const rows = model.controls.map(({ row }) => row)
    const sets = Array.from({ length: 2 ** rows.length }, (_, set) => rows.filter((_, index) => set & (1 << index)))
    for (const most of [0, 3, 6, 7, 9, 10, 12, 13, 16, 22]) {
      const affordable = sets.filter((set) => costOf(model, set) <= most)
      expect(bestPlan({ ...model, most }).saved).toBe(Math.max(...affordable.map((set) => savedDays(model, set))))
    }
  })
})

it('scores a plan among the tasks of a lab', () => {
  const task: TaskSpec = { id: 'plan', weight: 1, kind: 'plan', table: 'controls', budget: { column: 'cost', most: 10 } }
  const truth = {
    tasks: { plan: { kind: 'plan', model, best: 80 } as const },
    evidence: ['line-a'],
    decoys: [],
    steps: [],
    namesOnly: null,
  }
  const score = (rows: readonly string[]) =>
    scoreLab([task], truth, { tasks: { plan: { given: { rows }, certainty: 'certain' } }, marks: [], hints: 0 }).tasks['plan']
  expect([score(['a', 'b', 'c']), score(['a', 'b']), score(['d', 'b'])]).toEqual([1, 0.875, 0])
})
