/** Plans by rule of thumb. A world in which one of them would pass is not worth an investigation. */
import { noticedBy, savedDays } from '../plan.ts'
import { masteryScore, shareOfFindings } from '../score.ts'
import type { LabStream } from '../stream.ts'
import type { PlanModel } from '../types.ts'
import type { Control, Trace } from './controls.ts'
import type { Incident } from './incident.ts'

interface Offered {
  controls: readonly Control[]
  incidents: readonly Incident[]
  model: PlanModel
}
type Rank = (control: Control, row: string) => number

/** So many plans by chance are tried, and so many of them may pass. */
const chances = 40
const mayPass = 1

/** The controls that see something of an incident. */
export const seeingIn = ({ sights }: PlanModel['incidents'][number]): Set<string> => new Set(sights.map(({ control }) => control))

/**
 * Whether a plan by a rule of thumb, or more than a few by chance, would be enough with every row cited that proves it.
 * @param best the controls of the best plan.
 */
export function wouldThumbPass(offered: Offered, best: readonly string[], stream: LabStream): boolean {
  const passes = passing(offered.model, best)
  if (ranks(offered).some((rank) => passes(affordable(offered, rank)))) return true
  let passed = 0
  for (let tried = 0; tried < chances && passed <= mayPass; tried += 1)
    passed += Number(passes(affordable(offered, () => stream.int(0, 1_000_000))))
  return passed > mayPass
}

/** What comes first: by price, by frequency, by reach, by what is left most often or first, after one incident. */
function ranks({ incidents, model }: Offered): Rank[] {
  const traces = incidents.map(({ lines }) => lines.map(({ trace }) => trace))
  const most =
    (among: readonly Trace[]): Rank =>
    ({ watches }) =>
      -among.filter((trace) => trace === watches).length
  return [
    ({ cost }) => cost,
    ({ cost }) => -cost,
    ({ every }) => every ?? Number.POSITIVE_INFINITY,
    ({ covers }) => (covers === 'all' ? 0 : 1),
    most(traces.flat()),
    most(traces.flatMap((one) => one.slice(0, 2))),
    ...traces.map(most),
    ...model.incidents.map(seeingIn).map(
      (rows): Rank =>
        (_, row) =>
          rows.has(row) ? 0 : 1,
    ),
  ]
}

/** Goes down the list, and takes whatever there is still money for. */
function affordable({ controls, model }: Offered, rank: Rank): string[] {
  let left = model.most
  const ranked = model.controls.map(({ row, cost }, index) => ({ row, cost, rank: rank(controls[index] as Control, row) }))
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ row, cost }) => {
      if (cost > left) return []
      left -= cost
      return [row]
    })
}

/** Whether a plan reaches the mastery score, if all that proves it is cited, and nothing for what only the best one notices. */
function passing(model: PlanModel, best: readonly string[]): (rows: readonly string[]) => boolean {
  const [days, bestSet] = [savedDays(model, best), new Set(best)]
  const byBest = model.incidents.map((incident) => noticedBy(incident, bestSet) !== null)
  return (rows) => {
    const plan = new Set(rows)
    const isNoticed = model.incidents.map((incident) => noticedBy(incident, plan) !== null)
    const noticed = isNoticed.filter(Boolean).length
    const proved = isNoticed.filter((is, index) => is || byBest[index]).length
    const cited = proved === 0 ? 0 : (2 * noticed) / (noticed + proved)
    return (shareOfFindings * savedDays(model, rows)) / days + (1 - shareOfFindings) * cited >= masteryScore
  }
}
