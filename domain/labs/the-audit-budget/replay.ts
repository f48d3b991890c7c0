/** The three incidents once more, with a plan in place: what the debrief shows, ‘in this model’. */
import { costOf, noticedBy, savedDays, sightsOf } from '../plan.ts'
import type { Trace } from './controls.ts'
import type { Incident, Line } from './incident.ts'
import { isStore, lookAt, type Reason } from './see.ts'
import { budget, controlRow, drawWorld, lineRow, type World } from './world.ts'

/** A control that saw something, by its code and row, with the line and the day. */
export interface Caught {
  control: string
  row: string
  line: string
  day: number
}

/** A line that the plan did not see before the incident was noticed anyway, and why. */
export interface Missed {
  line: string
  trace: Trace
  day: number
  why: Reason
}

export interface Replayed {
  /** The firm it happened to, by its trade. */
  incident: string
  /** The day on which it was noticed without a plan. */
  noticedOn: number
  /** The controls that saw something up to the day it was noticed, in the order of their days: two that decide, or one that was explained away. */
  caughtBy: readonly Caught[]
  /** The day on which the plan notices it; null where it does not. */
  day: number | null
  daysSaved: number
  missed: readonly Missed[]
}

export interface Weighed {
  cost: number
  most: number
  isAffordable: boolean
  daysSaved: number
  /** What the best affordable plan saves. */
  best: number
  /** 0..1 */
  worth: number
  incidents: readonly Replayed[]
}

/** @param plan rows of the table of controls. */
export const replay = (seed: string, plan: readonly string[]): Replayed[] => replayIn(drawWorld(seed), plan)

/** A plan with what it costs and what it is worth. */
export const weigh = (seed: string, plan: readonly string[]): Weighed => weighIn(drawWorld(seed), plan)

export interface Compared {
  earlier: Weighed
  later: Weighed
  /** Codes of the controls in both plans, in the later only, in the earlier only. */
  kept: readonly string[]
  added: readonly string[]
  dropped: readonly string[]
  /** Days that the later plan saves more, by incident; below zero where it saves less. */
  gained: Readonly<Record<string, number>>
}

/** Two plans side by side in the same world. The rows of the controls are the same in every world, so that an earlier attempt's plan can be tried on a later one. */
export function comparePlans(seed: string, earlierPlan: readonly string[], laterPlan: readonly string[]): Compared {
  const world = drawWorld(seed)
  const [earlier, later] = [weighIn(world, earlierPlan), weighIn(world, laterPlan)]
  const [before, after] = [new Set(earlierPlan), new Set(laterPlan)]
  const codes = (isIn: (row: string) => boolean) => world.controls.filter((_, index) => isIn(controlRow(index))).map(({ code }) => code)
  return {
    earlier,
    later,
    kept: codes((row) => before.has(row) && after.has(row)),
    added: codes((row) => !before.has(row) && after.has(row)),
    dropped: codes((row) => before.has(row) && !after.has(row)),
    gained: Object.fromEntries(
      later.incidents.map(({ incident, daysSaved }, index) => [incident, daysSaved - (earlier.incidents[index]?.daysSaved ?? 0)]),
    ),
  }
}

function weighIn(world: World, plan: readonly string[]): Weighed {
  const [cost, daysSaved, best] = [costOf(world.model, plan), savedDays(world.model, plan), world.best.saved]
  const isAffordable = cost <= budget
  return { cost, most: budget, isAffordable, daysSaved, best, worth: isAffordable ? daysSaved / best : 0, incidents: replayIn(world, plan) }
}

function replayIn(world: World, plan: readonly string[]): Replayed[] {
  const chosen = new Set(plan)
  return world.model.incidents.map((modelled, at) => {
    const { id, noticedOn } = modelled
    const pair = noticedBy(modelled, chosen)
    const day = pair?.[1].day ?? null
    return {
      incident: id,
      noticedOn,
      caughtBy: (pair ?? sightsOf(modelled, chosen)).map((sight) => caught(sight, world)),
      day,
      daysSaved: day === null ? 0 : noticedOn - day,
      missed: missedIn(world, at, chosen),
    }
  })
}

const caught = ({ control, line, day }: { control: string; line: string; day: number }, { controls }: World): Caught => ({
  control: controls.find((_, index) => controlRow(index) === control)?.code ?? '',
  row: control,
  line,
  day,
})

function missedIn(world: World, at: number, plan: ReadonlySet<string>): Missed[] {
  const incident = world.incidents[at] as Incident
  return incident.lines.flatMap((line, index) => {
    const why = whyUnseen(world, incident, line, plan)
    return why ? [{ line: lineRow(world.incidents, at, index), trace: line.trace, day: line.day, why }] : []
  })
}

/** Null where the plan does see it. Each trace is watched by one control only. */
function whyUnseen({ firm, controls }: World, incident: Incident, line: Line, plan: ReadonlySet<string>): Reason | null {
  const bought = controls.filter((_, index) => plan.has(controlRow(index)))
  const watching = bought.find(({ watches }) => watches === line.trace)
  const look = watching ? lookAt(watching, line, incident, { firm, store: bought.find(isStore) ?? null }) : 'not-watched'
  return typeof look === 'number' ? null : look
}
