/** What a plan of controls is worth: which incidents it would have noticed, on which day, for what money. */
import type { PlanModel, PlanProof, Sight } from './types.ts'

type Incident = PlanModel['incidents'][number]

/** The sights of an incident that a plan has, the first of each control, in the order of their days. */
export function sightsOf(incident: Incident, plan: ReadonlySet<string>): Sight[] {
  const first = new Map<string, Sight>()
  for (const sight of byDay(incident.sights))
    if (plan.has(sight.control) && (!sight.needs || plan.has(sight.needs)) && !first.has(sight.control)) first.set(sight.control, sight)
  return [...first.values()]
}

/**
 * The two sights by which a plan notices an incident; null where it does not before it was noticed anyway.
 * One control alone is explained away: the second is what counts.
 */
export function noticedBy(incident: Incident, plan: ReadonlySet<string>): readonly [Sight, Sight] | null {
  const [first, second] = sightsOf(incident, plan)
  return first && second && second.day < incident.noticedOn ? [first, second] : null
}

/** Days of intrusion that a plan saves, over all incidents, whatever it costs. */
export function savedDays({ incidents }: PlanModel, rows: readonly string[]): number {
  const plan = new Set(rows)
  return incidents.reduce((sum, incident) => sum + incident.noticedOn - (noticedBy(incident, plan)?.[1].day ?? incident.noticedOn), 0)
}

export const costOf = ({ controls }: PlanModel, rows: readonly string[]): number =>
  controls.filter(({ row }) => rows.includes(row)).reduce((sum, { cost }) => sum + cost, 0)

/** 0..1. A plan that costs too much is none. */
export const worthOfPlan = ({ model, best }: { model: PlanModel; best: number }, rows: readonly string[]): number =>
  best === 0 || costOf(model, rows) > model.most ? 0 : savedDays(model, rows) / best

/**
 * The rows that prove a plan: of each incident the two lines by which it notices it (where it does not, or costs too much, those by which
 * the best one does), and the rows of the records that hold them. Of signs that come on one day any will do: those marked count.
 */
export function proofOfPlan(
  { model, proof: { best, records } }: { model: PlanModel; proof: PlanProof },
  rows: readonly string[],
  marked: ReadonlySet<string>,
): string[] {
  const plan = new Set(costOf(model, rows) > model.most ? [] : rows)
  const marksFirst = (one: Sight, other: Sight) => Number(marked.has(other.line)) - Number(marked.has(one.line))
  const pairs = model.incidents.flatMap((incident) => {
    const kept = { ...incident, sights: [...incident.sights].sort(marksFirst) }
    return noticedBy(kept, plan) ?? noticedBy(kept, new Set(best)) ?? []
  })
  return [...new Set(pairs.flatMap(({ line }) => [line, records[line] ?? line]))]
}

export interface BestPlan {
  rows: readonly string[]
  saved: number
  cost: number
  /** No other plan saves as much for as little. */
  isOnly: boolean
}

/**
 * The affordable plan that saves most, the cheapest of these. Tries all sets of the controls that see something or help another to (the
 * others only cost); there may be at most twenty.
 */
export function bestPlan({ most, controls: offered, incidents }: PlanModel): BestPlan {
  const named = new Set(incidents.flatMap(({ sights }) => sights.flatMap(({ control, needs }) => [control, needs])))
  const controls = offered.filter(({ row }) => named.has(row))
  const bitOf = new Map(controls.map(({ row }, index) => [row, 1 << index]))
  const asBits = incidents.map(({ noticedOn, sights }) => ({ noticedOn, sights: byDay(sights).map((sight) => bitsOf(sight, bitOf)) }))
  const costs = new Int32Array(1 << controls.length)
  let best = { plan: 0, saved: 0, cost: 0, isOnly: true }
  for (let plan = 1; plan < costs.length; plan += 1) {
    const cost = (costs[plan & (plan - 1)] ?? 0) + (controls[31 - Math.clz32(plan & -plan)]?.cost ?? 0)
    costs[plan] = cost
    if (cost > most) continue
    let saved = 0
    for (const incident of asBits) saved += savedIn(incident, plan)
    if (saved > best.saved || (saved === best.saved && cost < best.cost)) best = { plan, saved, cost, isOnly: true }
    else if (saved === best.saved && cost === best.cost) best.isOnly = false
  }
  const { plan, ...rest } = best
  return { ...rest, rows: controls.filter((_, index) => plan & (1 << index)).map(({ row }) => row) }
}

interface Bits {
  day: number
  control: number
  /** The control and what it needs. */
  needed: number
}

const bitsOf = ({ day, control, needs }: Sight, bitOf: ReadonlyMap<string, number>): Bits => {
  const bit = bitOf.get(control) ?? 0
  return { day, control: bit, needed: bit | (needs ? (bitOf.get(needs) ?? 0) : 0) }
}

function savedIn({ noticedOn, sights }: { noticedOn: number; sights: readonly Bits[] }, plan: number): number {
  let first = 0
  for (const { day, control, needed } of sights) {
    if (day >= noticedOn) return 0
    if ((plan & needed) !== needed || control === first) continue
    if (first) return noticedOn - day
    first = control
  }
  return 0
}

/** Sights of one day stay in the order in which the lab gives them. */
const byDay = (sights: readonly Sight[]): Sight[] => [...sights].sort((a, b) => a.day - b.day)
