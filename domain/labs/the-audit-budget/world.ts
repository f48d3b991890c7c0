/** One world: the firm, the controls on offer, the three incidents, and what follows from them. */
import { type BestPlan, bestPlan, noticedBy, sightsOf } from '../plan.ts'
import { type LabStream, labStream } from '../stream.ts'
import type { PlanModel, Sight } from '../types.ts'
import { type Control, type Covers, drawControls } from './controls.ts'
import { byItem, drawFirm, type FirmRow, type States } from './firm.ts'
import { drawIncidents, type Incident, type Line } from './incident.ts'
import { isStore, lookAt } from './see.ts'
import { seeingIn, wouldThumbPass } from './thumb.ts'

/** Days of audit that all controls of a plan may cost together. */
export const budget = 60
/** A control from here on is dear: more than a sixth of the budget. */
export const dear = 11
/** The best plan has to be worth looking for: this many days at least. */
const leastSaved = 100

export const boardMessages = ['all-sooner', 'record-missing', 'more-money', 'dearest-first'] as const
export type BoardMessage = (typeof boardMessages)[number]

export interface World {
  firm: readonly FirmRow[]
  controls: readonly Control[]
  incidents: readonly Incident[]
  model: PlanModel
  best: BestPlan
  /** The controls that look and would see nothing in time, whatever else is bought: places in the list. */
  blind: readonly number[]
  message: BoardMessage
}

export const controlRow = (index: number) => `controls-${index + 1}`
export const firmRow = (index: number) => `firm-${index + 1}`

/** What differs between the worlds of the versions. */
export interface Draws {
  reaches: readonly Covers[]
  states: States
  /** How many controls may see something of one incident. */
  mostSeeing: number
  /** Whether a world is passed over in which a rule of thumb would do. */
  isThumbRefused: boolean
  /** How often a firm and its controls are drawn for the same incidents before others are. */
  offers: number
  /** Whether the place of a row tells nothing: the firm's sheet is in an order by chance, and no row says only when an incident was noticed. */
  isPlaceSilent: boolean
}

/** Those of version 1: in one of three, a plan by chance saves half of what the best one saves. */
export const openDraws: Draws = {
  reaches: ['own-sites', 'all', 'all'],
  states: [
    ['not-written', 3],
    ['on-the-machine', 4],
    ['elsewhere', 3],
  ],
  mostSeeing: Number.POSITIVE_INFINITY,
  isThumbRefused: false,
  offers: 1,
  isPlaceSilent: false,
}

/** Those of version 2: fewer records, shorter reach, and few controls that see an incident, so that only looking helps. */
export const hardDraws: Draws = {
  reaches: ['own-sites', 'all'],
  states: [
    ['not-written', 4],
    ['on-the-machine', 3],
    ['elsewhere', 3],
  ],
  mostSeeing: 3,
  isThumbRefused: true,
  offers: 1,
  isPlaceSilent: false,
}

/** Those of version 3. */
export const silentDraws: Draws = { ...hardDraws, offers: 10, isPlaceSilent: true }

/** Draws until a world is one that can be reasoned out; what the board has to hear is drawn first. */
export function drawWorld(seed: string, draws: Draws): World {
  const message = labStream(seed, 'board').weighted([
    ['all-sooner', 4] as const,
    ['record-missing', 3] as const,
    ['more-money', 3] as const,
  ])
  for (let round = 0; ; round += 1) {
    const streamOf = (name: string) => labStream(seed, `${name} ${round}`)
    const incidents = drawIncidents(streamOf, !draws.isPlaceSilent)
    if (!areDistinct(incidents)) continue
    const streams = { firm: streamOf('firm'), controls: streamOf('controls'), thumbs: streamOf('thumbs') }
    for (let offer = 0; offer < draws.offers; offer += 1) {
      const world = drawAround(incidents, streams, draws, message)
      if (world) return draws.isPlaceSilent ? { ...world, firm: streamOf('sheet').shuffle(world.firm) } : world
    }
  }
}

/** A firm, and controls on offer to it, for three incidents; null where that is no world to reason about. */
function drawAround(
  incidents: readonly Incident[],
  streams: Record<'firm' | 'controls' | 'thumbs', LabStream>,
  draws: Draws,
  message: BoardMessage,
): World | null {
  const [firm, controls] = [drawFirm(streams.firm, draws.states), drawControls(streams.controls, draws.reaches)]
  const model = modelOf(firm, controls, incidents)
  // Hundreds of worlds may be passed over for one that is kept. Cheap refusals first: trying all plans takes longest.
  if (model.incidents.some((incident) => seeingIn(incident).size > draws.mostSeeing)) return null
  if (canAllBeNoticed(model) === (message === 'record-missing')) return null
  const blind = blindIn(model, controls)
  if (!isChoiceNeeded(model, controls, blind)) return null
  const best = bestPlan(model)
  if (!isFair(model, best) || messageOf(model, best) !== message) return null
  if (draws.isThumbRefused && wouldThumbPass({ controls, incidents, model }, best.rows, streams.thumbs)) return null
  return { firm: firm.sort(byItem), controls, incidents, model, best, blind, message }
}

/** One of them is the one that went unnoticed longest, and each left something to read. */
const areDistinct = (incidents: readonly Incident[]) =>
  new Set(incidents.map(({ noticedOn }) => noticedOn)).size === incidents.length && incidents.every(({ lines }) => lines.length >= 4)

/** Some controls see nothing, dear and cheap ones, so that the price tells nothing; those that see something cost more than there is. */
function isChoiceNeeded({ most }: PlanModel, controls: readonly Control[], blind: readonly number[]): boolean {
  const costs = (indices: readonly number[]) => indices.map((index) => controls[index]?.cost ?? 0)
  const useful = controls.flatMap((_, index) => (blind.includes(index) ? [] : [index]))
  const dearBlind = costs(blind).filter((cost) => cost >= dear).length
  const isMixed = blind.length <= 8 && dearBlind >= 2 && blind.length - dearBlind >= 2
  return isMixed && costs(useful).reduce((sum, cost) => sum + cost, 0) > most
}

function blindIn({ incidents }: PlanModel, controls: readonly Control[]): number[] {
  const seeing = new Set(incidents.flatMap((incident) => [...seeingIn(incident)]))
  return controls.flatMap((control, index) => (isStore(control) || seeing.has(controlRow(index)) ? [] : [index]))
}

function modelOf(firm: readonly FirmRow[], controls: readonly Control[], incidents: readonly Incident[]): PlanModel {
  const sightOf = sightsWith(firm, controls)
  return {
    most: budget,
    controls: controls.map(({ cost }, index) => ({ row: controlRow(index), cost })),
    incidents: incidents.map((incident) => ({
      id: incident.trade,
      noticedOn: incident.noticedOn,
      sights: incident.lines.flatMap((line) => sightOf(line, incident) ?? []),
    })),
  }
}

/** Which control sees a line, with or without logs kept elsewhere; null where none does. Each trace is watched by one control only. */
function sightsWith(firm: readonly FirmRow[], controls: readonly Control[]): (line: Line, incident: Incident) => Sight | null {
  const placeOf = new Map(controls.map(({ watches }, place) => [watches, place]))
  const storePlace = controls.findIndex(isStore)
  const store = controls[storePlace] ?? null
  return (line, incident) => {
    const place = placeOf.get(line.trace) ?? -1
    const control = controls[place]
    if (!control) return null
    const sight = { control: controlRow(place), line: line.row }
    const plain = lookAt(control, line, incident, { firm, store: null })
    if (typeof plain === 'number') return { ...sight, day: plain }
    const stored = lookAt(control, line, incident, { firm, store })
    return typeof stored === 'number' ? { ...sight, day: stored, needs: controlRow(storePlace) } : null
  }
}

/** One cheapest best plan, big enough to be work; no third sign on the day that decides, so that the evidence is certain. */
function isFair(model: PlanModel, best: BestPlan): boolean {
  const plan = new Set(best.rows)
  const isCertain = model.incidents.every((incident) => {
    const [, second, third] = sightsOf(incident, plan)
    return !second || second.day !== third?.day
  })
  const noticed = model.incidents.filter((incident) => noticedBy(incident, plan)).length
  return best.isOnly && isCertain && noticed >= 2 && best.rows.length >= 4 && best.saved >= leastSaved
}

function messageOf(model: PlanModel, { rows }: BestPlan): BoardMessage {
  const plan = new Set(rows)
  if (model.incidents.every((incident) => noticedBy(incident, plan))) return 'all-sooner'
  return canAllBeNoticed(model) ? 'more-money' : 'record-missing'
}

/** With all controls at once, whatever they cost: what one of them sees, it sees in time. */
const canAllBeNoticed = ({ incidents }: PlanModel) => incidents.every((incident) => seeingIn(incident).size > 1)
