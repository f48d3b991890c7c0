import { describe, expect, it } from 'vitest'
import { seeds } from '#testing/labs/proofs'
import { bestPlan, costOf, savedDays } from '../plan.ts'
import { unseenReasons } from '../replayed.ts'
import type { PlanModel } from '../types.ts'
import { theAuditBudget } from './index.ts'

const replay = theAuditBudget.replay as NonNullable<typeof theAuditBudget.replay>
const worlds = seeds.slice(0, 20).map((seed) => {
  const { evidence, truth } = theAuditBudget.generate(seed)
  const { model, best } = truth.tasks['plan'] as { model: PlanModel; best: number }
  return { seed, model, best, rows: bestPlan(model).rows, all: evidence.tables[0]?.rows.map(({ id }) => id) ?? [] }
})

describe('the replay', () => {
  it('tells the days that the grading counts', () => {
    for (const { seed, model, best, rows } of worlds) {
      const weighed = replay(seed).weigh(rows)
      expect(weighed).toMatchObject({ isAffordable: true, best, daysSaved: best, cost: costOf(model, rows) })
      expect(weighed.incidents.reduce((sum, { daysSaved }) => sum + daysSaved, 0)).toBe(best)
      for (const { day, caughtBy, noticedOn, daysSaved } of weighed.incidents)
        expect([caughtBy.length > 1, daysSaved]).toEqual([day !== null, day === null ? 0 : noticedOn - day])
    }
  })

  it('gives a reason for each line that slipped through, and for no other', () => {
    for (const { seed, model, rows } of worlds) {
      const isThere = ({ control, needs }: { control: string; needs?: string }) =>
        [control, needs ?? control].every((one) => rows.includes(one))
      replay(seed)
        .weigh(rows)
        .incidents.forEach(({ missed, caughtBy }, at) => {
          const seen = new Set(model.incidents[at]?.sights.filter(isThere).map(({ line }) => line))
          expect(missed.filter(({ line }) => seen.has(line))).toEqual([])
          expect(caughtBy.filter(({ line }) => missed.some((one) => one.line === line))).toEqual([])
        })
      expect(
        new Set(
          replay(seed)
            .weigh([])
            .incidents.flatMap(({ missed }) => missed.map(({ why }) => why)),
        ),
      ).toEqual(new Set(['not-watched']))
    }
  })

  it('comes upon every reason there is', () => {
    const all = worlds[0]?.all.filter((row) => row !== 'controls-8') ?? []
    const reasons = seeds.flatMap((seed) => replay(seed).weigh(all).incidents).flatMap(({ missed }) => missed)
    const met = new Set([...reasons.map(({ why }) => why), 'not-watched'])
    expect([...met].sort()).toEqual([...unseenReasons].sort())
  })

  it('sets two plans side by side', () => {
    for (const { seed, model, best, rows, all } of worlds) {
      const compared = replay(seed).compare(rows.slice(1), rows)
      expect([compared.kept.length, compared.added.length, compared.dropped.length]).toEqual([rows.length - 1, 1, 0])
      expect(Object.values(compared.gained).reduce((sum, days) => sum + days, 0)).toBe(best - savedDays(model, rows.slice(1)))
      expect(replay(seed).compare(all, rows).earlier).toMatchObject({ isAffordable: false })
    }
  })
})
