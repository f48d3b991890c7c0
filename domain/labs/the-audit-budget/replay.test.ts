import { describe, expect, it } from 'vitest'
import { seeds } from '#testing/labs/proofs'
import { bestPlan, costOf, savedDays } from '../plan.ts'
import type { PlanModel } from '../types.ts'
import { comparePlans, replay, theAuditBudget, weigh } from './index.ts'

const worlds = seeds.slice(0, 20).map((seed) => {
  const { evidence, truth } = theAuditBudget.generate(seed)
  const { model, best } = truth.tasks['plan'] as { model: PlanModel; best: number }
  return { seed, model, best, rows: bestPlan(model).rows, all: evidence.tables[0]?.rows.map(({ id }) => id) ?? [] }
})

describe('the replay', () => {
  it('tells the days that the grading counts', () => {
    for (const { seed, model, best, rows } of worlds) {
      const weighed = weigh(seed, rows)
      expect(weighed).toMatchObject({ isAffordable: true, worth: 1, daysSaved: best, cost: costOf(model, rows) })
      expect(weighed.incidents.reduce((sum, { daysSaved }) => sum + daysSaved, 0)).toBe(best)
      for (const { day, caughtBy, noticedOn, daysSaved } of weighed.incidents)
        expect([caughtBy.length > 1, daysSaved]).toEqual([day !== null, day === null ? 0 : noticedOn - day])
    }
  })

  it('gives a reason for each line that slipped through, and for no other', () => {
    for (const { seed, model, rows } of worlds) {
      const isThere = ({ control, needs }: { control: string; needs?: string }) =>
        [control, needs ?? control].every((one) => rows.includes(one))
      replay(seed, rows).forEach(({ missed, caughtBy }, at) => {
        const seen = new Set(model.incidents[at]?.sights.filter(isThere).map(({ line }) => line))
        expect(missed.filter(({ line }) => seen.has(line))).toEqual([])
        expect(caughtBy.filter(({ line }) => missed.some((one) => one.line === line))).toEqual([])
      })
      expect(new Set(replay(seed, []).flatMap(({ missed }) => missed.map(({ why }) => why)))).toEqual(new Set(['not-watched']))
    }
  })

  it('comes upon every reason there is', () => {
    const reasons = worlds
      .flatMap(({ seed, all }) =>
        replay(
          seed,
          all.filter((row) => row !== 'controls-8'),
        ),
      )
      .flatMap(({ missed }) => missed)
    expect(new Set(reasons.map(({ why }) => why))).toEqual(new Set(['erased', 'not-covered', 'not-written', 'overwritten', 'too-late']))
  })

  it('sets two plans side by side', () => {
    for (const { seed, model, best, rows, all } of worlds) {
      const compared = comparePlans(seed, rows.slice(1), rows)
      expect([compared.kept.length, compared.added.length, compared.dropped.length]).toEqual([rows.length - 1, 1, 0])
      expect(Object.values(compared.gained).reduce((sum, days) => sum + days, 0)).toBe(best - savedDays(model, rows.slice(1)))
      expect(comparePlans(seed, all, rows).earlier).toMatchObject({ isAffordable: false, worth: 0 })
    }
  })
})
