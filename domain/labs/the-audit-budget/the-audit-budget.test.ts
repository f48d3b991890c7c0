// One file, because all of it works on the worlds of the seeds that are made once at its beginning, and costs time to make.
import { describe, expect, it } from 'vitest'
import { chanceOfNames, proveKept, proveLab, seeds } from '#testing/labs/proofs'
import { oneSignal, type Strategy, strategySeed } from '#testing/labs/strategies'
import { faultsOfTexts, wordsOf } from '#testing/labs/texts'
import { emptyCaseFile } from '../case-file.ts'
import { fits } from '../offer.ts'
import { bestPlan, costOf, noticedBy, proofOfPlan, savedDays, worthOfPlan } from '../plan.ts'
import { proofOf, scoreLab, scoreTask } from '../score.ts'
import { rightResponses } from '../solve.ts'
import { summaryOf } from '../summary.ts'
import type { Evidence, Generated, PlanModel, PlanProof, Table, TaskResponse } from '../types.ts'
import { cellOf, countBy, rowsOf } from '../view.ts'
import { noneReadable, theAuditBudget, theAuditBudgetV1, theAuditBudgetV2, theAuditBudgetV3 } from './index.ts'
import { solve } from './solver.ts'

const { generate, tasks } = theAuditBudget
const worlds = seeds.map((seed) => ({ seed, made: generate(seed) }))
const planTruth = (made: ReturnType<typeof generate>) =>
  made.truth.tasks['plan'] as { kind: 'plan'; model: PlanModel; best: number; proof: PlanProof }
const readableIn = ({ truth }: Generated) => (truth.tasks['still-readable'] as { value: string }).value
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

type Rule = (typeof rules)[string]
const tableIn = ({ tables }: Evidence, id: string) => tables.find((table) => table.id === id) as Table
const isOne = (values: readonly unknown[], value: unknown) => (values.includes(value) ? 0 : 1)
const tradesIn = (evidence: Evidence) => [...new Set(tableIn(evidence, 'incidents').rows.map(({ cells }) => String(cells[0])))]
/** What lines of the incidents left, at most so many of each. */
const tracesOf = (evidence: Evidence, trades: readonly string[], most = Number.POSITIVE_INFINITY) =>
  trades.flatMap((trade) => {
    const incidents = tableIn(evidence, 'incidents')
    const lines = rowsOf(incidents, { where: [{ column: 'trade', is: trade }] }).slice(0, most)
    return lines.map((line) => cellOf(incidents, line, 'trace'))
  })

/** They look at two tables, and so are half a reason; none looks at what is kept, or at the day of the next look. */
const halfReasons: Record<string, Rule> = {
  'those whose trace occurs most often': (evidence) => {
    const incidents = tableIn(evidence, 'incidents')
    const counts = new Map(countBy(incidents, incidents.rows, 'trace').map(({ value, count }) => [value, count]))
    return affordable(evidence, ({ watches }) => -(counts.get(watches as string) ?? 0))
  },
  'those that watch for the first lines of each': (evidence) => {
    const first = tracesOf(evidence, tradesIn(evidence), 2)
    return affordable(evidence, ({ watches }) => isOne(first, watches))
  },
  ...Object.fromEntries(
    [0, 1, 2].map((place) => [
      `those that watch for anything in incident ${place + 1}`,
      (evidence: Evidence) =>
        affordable(evidence, ({ watches }) => isOne(tracesOf(evidence, tradesIn(evidence).slice(place, place + 1)), watches)),
    ]),
  ),
}

/** Every line that somebody in the plan watches for, and the record it is in, whether or not it lasts. */
function citing(evidence: Evidence, plan: readonly string[]): string[] {
  const [controls, firm, incidents] = ['controls', 'firm', 'incidents'].map((id) => tableIn(evidence, id)) as [Table, Table, Table]
  const watched = controls.rows.filter(({ id }) => plan.includes(id)).map((row) => cellOf(controls, row, 'watches'))
  const lines = incidents.rows.filter((line) => watched.includes(cellOf(incidents, line, 'trace')))
  const placeOf = (table: Table, row: Table['rows'][number], record: string) =>
    `${cellOf(table, row, record)} ${cellOf(table, row, 'place')}`
  const places = lines.map((line) => placeOf(incidents, line, 'record'))
  return [...lines, ...firm.rows.filter((row) => places.includes(placeOf(firm, row, 'item')))].map(({ id }) => id)
}

/** A plan by a rule of thumb, with everything cited for it that looks like it, and everything else answered rightly. */
const byRule =
  (rule: Rule): Strategy =>
  (evidence, specs, random) => {
    const plan = rule(evidence, random)
    const given = Object.entries(solve(evidence, specs).tasks).map(([id, right]) => [id, id === 'plan' ? { rows: plan } : right] as const)
    return {
      hints: 0,
      marks: citing(evidence, plan).map((row) => ({ row, reason: '' })),
      tasks: Object.fromEntries(given.map(([id, one]) => [id, { given: one, certainty: 'guessing' as const }])),
    }
  }

/** Everything as it should be, but for the plan. */
const withoutPlan: Strategy = (evidence, specs) => {
  const { marks, tasks: right } = solve(evidence, specs)
  const others = Object.entries(right).filter(([id]) => id !== 'plan')
  return { marks, hints: 0, tasks: Object.fromEntries(others.map(([id, given]) => [id, { given, certainty: 'certain' }])) }
}

const thumbs = { ...rules, ...halfReasons }

proveLab({
  lab: theAuditBudget,
  solve,
  signals: {
    'no plan, and all else right': withoutPlan,
    ...Object.fromEntries(Object.entries(thumbs).map(([name, rule]) => [name, byRule(rule)])),
    'records that are written': oneSignal((table, row) => table.id === 'firm' && cellOf(table, row, 'kept') !== 'not-written'),
    'records kept elsewhere': oneSignal((table, row) => cellOf(table, row, 'kept') === 'elsewhere'),
    'early lines': oneSignal((table, row) => table.id === 'incidents' && Number(cellOf(table, row, 'day')) < 30),
    'lines that were not erased': oneSignal((table, row) => table.id === 'incidents' && cellOf(table, row, 'erased') === null),
  },
  pinned: '19bc1d168c29b9db80d950954708ecb609e3044436d7909429ab60499dfb6bc4',
})

proveKept(theAuditBudgetV3, '059606b76292540cc3691cc9d05ce1c141a413a7cd14f99a38827cb7d9f5f4d9')
proveKept(theAuditBudgetV2, 'b953d1db309114a642581ca38fd616912c1e2c8a0944388c54cc293f2c5348bb')
proveKept(theAuditBudgetV1, '2fc65904c8e2ebb4b0a9093231164fc99a6cc263f2a714d988d726230f8eb673')

describe('the findings', () => {
  const right = (index: number) => rightResponses(tasks, (worlds[index] as (typeof worlds)[number]).made.truth)
  const scored = (index: number, plan: readonly string[]) => {
    const responses = right(index)
    const given = { ...responses.tasks, plan: { given: { rows: plan }, certainty: 'certain' as const } }
    return scoreLab(tasks, (worlds[index] as (typeof worlds)[number]).made.truth, { ...responses, tasks: given })
  }

  it('are the days that the plan saves, of those that the best affordable one saves, and nothing else', () => {
    for (const [index, { made }] of worlds.entries()) {
      const { model, best } = planTruth(made)
      const plan = bestPlan(model).rows.slice(1)
      expect(scored(index, plan).findings).toBeCloseTo(savedDays(model, plan) / best, 3)
      expect(scored(index, [])).toMatchObject({ findings: 0, isPassed: false })
    }
  })

  it('are found by the solver in every task, also in those that count nothing', () => {
    for (const { made } of worlds) {
      const given = solve(made.evidence, tasks).tasks
      expect(tasks.map(({ id }) => scoreTask(made.truth.tasks[id], given[id], new Set()))).toEqual([1, 1, 1, 1, 1])
    }
  })

  it('counted four parts of eleven in version 1, where a plan could be left out', () => {
    const { tasks: earlier, generate: make } = theAuditBudgetV1
    const passed = seeds.filter((seed) => {
      const { truth } = make(seed)
      const { plan: _, ...others } = rightResponses(earlier, truth).tasks
      return scoreLab(earlier, truth, { ...rightResponses(earlier, truth), tasks: others }).isPassed
    })
    expect(passed).toHaveLength(seeds.length)
  })
})

describe('the evidence', () => {
  it('is the plan’s own: the lines by which it notices, not those of the best one', () => {
    let differing = 0
    for (const { made } of worlds) {
      const { model, proof } = planTruth(made)
      const others = model.controls.map(({ row }) => row).filter((row) => !proof.best.includes(row))
      for (const row of others) {
        const plan = [...proof.best.slice(1), row]
        if (costOf(model, plan) > model.most) continue
        const own = model.incidents.flatMap((incident) => noticedBy(incident, new Set(plan)) ?? []).map(({ line }) => line)
        const rows = proofOf(made.truth, { marks: [], tasks: { plan: { given: { rows: plan }, certainty: 'certain' } } })
        expect(own.filter((line) => !rows.includes(line))).toEqual([])
        expect(own.map((line) => proof.records[line]).filter((record) => !record || !rows.includes(record))).toEqual([])
        if (own.some((line) => !made.truth.evidence.includes(line))) differing += 1
      }
    }
    expect(differing).toBeGreaterThan(0)
  })

  it('is that of the best plan where none is given, or one that costs too much', () => {
    for (const { made } of worlds) {
      const all = planTruth(made).model.controls.map(({ row }) => row)
      const rowsWith = (tasks: Parameters<typeof proofOf>[1]['tasks']) => [...proofOf(made.truth, { marks: [], tasks })].sort()
      const expected = [...made.truth.evidence].sort()
      expect(rowsWith({})).toEqual(expected)
      expect(rowsWith({ plan: { given: { rows: all }, certainty: 'certain' } })).toEqual(expected)
    }
  })

  it('takes either of two signs that come on one day', () => {
    const sights = [1, 2, 3].map((place) => ({ control: `controls-${place}`, day: place === 1 ? 7 : 30, line: `incidents-${place}` }))
    const model: PlanModel = {
      most: 9,
      controls: sights.map(({ control }) => ({ row: control, cost: 3 })),
      incidents: [{ id: 'pumps', noticedOn: 90, sights }],
    }
    const plan = model.controls.map(({ row }) => row)
    const proof = { best: plan, records: { 'incidents-3': 'firm-9' } }
    const rows = (...marked: string[]) => proofOfPlan({ model, proof }, plan, new Set(marked))
    expect(rows()).toEqual(['incidents-1', 'incidents-2'])
    expect(rows('incidents-3')).toEqual(['incidents-1', 'incidents-3', 'firm-9'])
  })
})

describe('a plan by a rule of thumb', () => {
  it.each(Object.keys(thumbs))('“%s” is not enough even with every row cited that proves it', (name) => {
    const passed = worlds.filter(({ seed, made }) => {
      const rows = (thumbs[name] as Rule)(made.evidence, strategySeed(seed))
      const { model, proof } = planTruth(made)
      const lines = model.incidents.flatMap((incident) => noticedBy(incident, new Set(rows)) ?? []).map(({ line }) => line)
      const marks = lines.flatMap((line) => [line, proof.records[line] ?? line]).map((row) => ({ row, reason: '' }))
      const plan = { given: { rows }, certainty: 'certain' as const }
      return scoreLab(tasks, made.truth, { marks, hints: 0, tasks: { plan } }).isPassed
    })
    expect(passed.length / worlds.length).toBeLessThanOrEqual(0.05)
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

  it('let each message to the board be right somewhere, and no line be readable in a part', () => {
    const right = worlds.map(({ made }) => {
      const { worth } = made.truth.tasks['board'] as { worth: Record<string, number> }
      return Object.keys(worth).find((choice) => worth[choice] === 1)
    })
    for (const message of ['all-sooner', 'record-missing', 'more-money'])
      expect(right.filter((one) => one === message).length / right.length).toBeGreaterThan(0.1)
    const none = worlds.filter(({ made }) => readableIn(made) === noneReadable)
    expect(none.length / worlds.length).toBeGreaterThan(0.08)
    expect(none.length / worlds.length).toBeLessThan(0.5)
  })
})

describe('where no line can be read any more', () => {
  const unknowable: TaskResponse = { isUnknowable: true }
  const worthOf = ({ truth }: Generated, given: TaskResponse) => scoreTask(truth.tasks['still-readable'], given, new Set())
  const offers = (lab: typeof theAuditBudget, given: TaskResponse, { evidence }: Generated) =>
    fits(lab.tasks.find(({ id }) => id === 'still-readable') as never, given, evidence.tables)

  it('it is right to say that there is none, and wrong where one can', () => {
    for (const { made } of worlds)
      expect([worthOf(made, { value: noneReadable }), worthOf(made, unknowable)]).toEqual([readableIn(made) === noneReadable ? 1 : 0, 0])
  })

  it('‘there is none’ is offered in place of ‘cannot be known’, which is offered nowhere, for all can be known', () => {
    const { made } = worlds[0] as (typeof worlds)[number]
    const given: TaskResponse[] = [{ value: noneReadable }, unknowable, { number: 3 }]
    expect(given.map((one) => offers(theAuditBudget, one, made))).toEqual([true, false, false])
    expect(given.map((one) => offers(theAuditBudgetV3, one, made))).toEqual([false, true, true])
    expect(tasks.filter(({ isUnknowableOffered }) => isUnknowableOffered)).toEqual([])
  })

  it('any day of a line can be said, and one that is wrong is told as too low or too high', () => {
    const file = (made: Generated, value: string) => ({
      ...emptyCaseFile(made.evidence.tables),
      tasks: { 'still-readable': { given: { value }, certainty: 'certain' as const } },
    })
    for (const { made } of worlds) {
      const right = readableIn(made)
      const days = [...new Set(tableIn(made.evidence, 'incidents').rows.map(({ cells }) => String(cells[1])))]
      expect(days.filter((value) => !offers(theAuditBudget, { value }, made))).toEqual([])
      for (const value of days.filter((day) => day !== right)) {
        const how = right === noneReadable ? 'another' : Number(value) < Number(right) ? 'low' : 'high'
        expect(summaryOf(theAuditBudget, made, file(made, value)).tasks['still-readable']?.wrong).toEqual({ kind: how })
      }
    }
  })

  it('version 3 took ‘cannot be known’, and still does for its attempts', () => {
    for (const { seed, made } of worlds) {
      const third = theAuditBudgetV3.generate(seed)
      expect(third.evidence).toEqual(made.evidence)
      expect(worthOf(third, unknowable)).toBe(readableIn(made) === noneReadable ? 1 : 0)
    }
  })
})

describe('what could be read, in the debrief', () => {
  it('has a view that holds every such line, and words that say of the others why they are there', () => {
    const counts = worlds.map(({ made: { evidence, truth } }) => {
      const step = truth.steps.find(({ id }) => id === 'what-can-be-read')
      const shown = step ? rowsOf(tableIn(evidence, 'incidents'), step.view).length : 0
      return [shown, Number(step?.values['readable'])] as const
    })
    expect(counts.filter(([shown, readable]) => shown < readable)).toEqual([])
    expect(counts.some(([shown, readable]) => shown > readable)).toBe(true)
    for (const [language, words] of [
      ['en', 'every line of the same kinds'],
      ['ja', '同じ種類の行がすべて'],
    ] as const) {
      const { debrief } = wordsOf(theAuditBudget.id, language)
      expect(debrief.steps['what-can-be-read']?.text).toContain(words)
    }
  })
})

it('has words for all that it speaks of, in both languages, and none left over', () => {
  expect(
    faultsOfTexts(
      theAuditBudget,
      worlds.map(({ made }) => made),
    ),
  ).toEqual([])
})
