/** Plans by rule of thumb. A world in which one of them would pass is not worth an investigation. */
import { noticedBy, savedDays } from '../plan.ts'
import { masteryScore, shareOfFindings } from '../score.ts'
import type { LabStream } from '../stream.ts'
import type { PlanModel } from '../types.ts'
import type { Control } from './controls.ts'
import type { Incident } from './incident.ts'

interface Offered {
  controls: readonly Control[]
  incidents: readonly Incident[]
  model: PlanModel
}

export interface Thumbs {
  rules: readonly (readonly string[])[]
  byChance: readonly (readonly string[])[]
}

/** So many plans by chance are tried, and so many of them may pass. */
const chances = 40
const mayPass = 1

/** What money buys in some order: by price, by frequency, by reach, by what is left most often or first, after one incident, by chance. */
export function plansByThumb({ controls, incidents, model }: Offered, stream: LabStream): Thumbs {
  const traces = incidents.map(({ lines }) => lines.map(({ trace }) => trace))
  const first = traces.flatMap((one) => one.slice(0, 2))
  const times = (control: Control, among = traces.flat()) => among.filter((trace) => trace === control.watches).length
  const seeing = model.incidents.map(({ sights }) => new Set(sights.map(({ control }) => control)))
  const order = (rank: (control: Control, row: string) => number) =>
    affordable(
      model,
      controls.map((control, index) => rank(control, model.controls[index]?.row ?? '')),
    )
  return {
    rules: [
      order(({ cost }) => cost),
      order(({ cost }) => -cost),
      order(({ every }) => every ?? Number.POSITIVE_INFINITY),
      order(({ covers }) => (covers === 'all' ? 0 : 1)),
      order((control) => -times(control)),
      order((control) => -times(control, first)),
      ...traces.map((one) => order((control) => -times(control, one))),
      ...seeing.map((rows) => order((_, row) => (rows.has(row) ? 0 : 1))),
    ],
    byChance: Array.from({ length: chances }, () => order(() => stream.int(0, 1_000_000))),
  }
}

/** Goes down the list, and takes whatever there is still money for. */
function affordable({ controls, most }: PlanModel, ranks: readonly number[]): string[] {
  let left = most
  const ranked = controls.map((control, index) => ({ ...control, rank: ranks[index] ?? 0 })).sort((a, b) => a.rank - b.rank)
  return ranked.flatMap(({ row, cost }) => {
    if (cost > left) return []
    left -= cost
    return [row]
  })
}

/** Whether a rule of thumb, or more than a few plans by chance, would be enough with every row cited that proves it. */
export function wouldPass({ rules, byChance }: Thumbs, model: PlanModel, best: readonly string[]): boolean {
  const [days, bestSet] = [savedDays(model, best), new Set(best)]
  const passes = (rows: readonly string[]) => {
    const plan = new Set(rows)
    const noticed = model.incidents.filter((incident) => noticedBy(incident, plan)).length
    const proved = model.incidents.filter((incident) => noticedBy(incident, plan) ?? noticedBy(incident, bestSet)).length
    const cited = proved === 0 ? 0 : (2 * noticed) / (noticed + proved)
    return (shareOfFindings * savedDays(model, rows)) / days + (1 - shareOfFindings) * cited >= masteryScore
  }
  return rules.some(passes) || byChance.filter(passes).length > mayPass
}
