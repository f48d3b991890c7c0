/** The three incidents once more, with a plan in place: what the debrief shows, ‘in this model’. */
import { costOf, noticedBy, savedDays, sightsOf } from '../plan.ts'
import type { Caught, Compared, Missed, PlanReplay, Replayed, UnseenReason, Weighed } from '../replayed.ts'
import type { Sight } from '../types.ts'
import type { Incident, Line } from './incident.ts'
import { isStore, lookAt } from './see.ts'
import { budget, controlRow, type Draws, drawWorld, type World } from './world.ts'

export const replayIn =
  (draws: Draws): PlanReplay =>
  (seed) => {
    const world = drawWorld(seed, draws)
    return { weigh: (plan) => weighIn(world, plan), compare: (earlier, later) => compareIn(world, earlier, later) }
  }

function compareIn(world: World, earlierPlan: readonly string[], laterPlan: readonly string[]): Compared {
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
  const cost = costOf(world.model, plan)
  const saved = { daysSaved: savedDays(world.model, plan), best: world.best.saved }
  return { cost, most: budget, isAffordable: cost <= budget, ...saved, incidents: replayed(world, plan) }
}

function replayed(world: World, plan: readonly string[]): Replayed[] {
  const chosen = new Set(plan)
  return world.model.incidents.map((modelled, at) => {
    const { id, noticedOn } = modelled
    const pair = noticedBy(modelled, chosen)
    const day = pair?.[1].day ?? null
    return {
      incident: id,
      noticedOn,
      caughtBy: (pair ?? sightsOf(modelled, chosen)).map((sight) => caught(sight, world, at)),
      day,
      daysSaved: day === null ? 0 : noticedOn - day,
      missed: missedIn(world, at, chosen),
    }
  })
}

function caught({ control, line, day }: Sight, { controls, incidents }: World, at: number): Caught {
  const seen = incidents[at]?.lines.find(({ row }) => row === line) as Line
  const code = controls.find((_, index) => controlRow(index) === control)?.code ?? ''
  return { ...left(seen), control: code, row: control, day }
}

const left = ({ row, trace, place, day }: Line) => ({ line: row, trace, place, leftOn: day })

function missedIn(world: World, at: number, plan: ReadonlySet<string>): Missed[] {
  const incident = world.incidents[at] as Incident
  return incident.lines.flatMap((line) => {
    const why = whyUnseen(world, incident, line, plan)
    return why ? [{ ...left(line), why }] : []
  })
}

/** Null where the plan does see it. Each trace is watched by one control only. */
function whyUnseen({ firm, controls }: World, incident: Incident, line: Line, plan: ReadonlySet<string>): UnseenReason | null {
  const bought = controls.filter((_, index) => plan.has(controlRow(index)))
  const watching = bought.find(({ watches }) => watches === line.trace)
  const look = watching ? lookAt(watching, line, incident, { firm, store: bought.find(isStore) ?? null }) : 'not-watched'
  return typeof look === 'number' ? null : look
}
