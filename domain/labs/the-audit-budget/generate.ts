/** Evidence and truth of one seed. */
import { noticedBy } from '../plan.ts'
import type { Decoy, Generated, PlanProof, TaskTruth, Truth } from '../types.ts'
import { toSave } from './firm.ts'
import type { Incident, Line } from './incident.ts'
import { isReadable, rowOf } from './see.ts'
import { stepsOf } from './steps.ts'
import { tablesOf } from './tables.ts'
import { boardMessages, controlRow, type Draws, dear, drawWorld, firmRow, type World } from './world.ts'

/**
 * What differs between the versions: which worlds are drawn, whether each plan has a proof of its own, and what is right to say where no line
 * can be read; null where that was ‘cannot be known’.
 */
export interface Made {
  draws: Draws
  isProofOwn: boolean
  noneReadable: string | null
}

export function generate(seed: string, made: Made): Generated {
  const world = drawWorld(seed, made.draws)
  return {
    evidence: { tables: tablesOf(world.firm, world.controls, world.incidents) },
    truth: truthOf(world, made),
  }
}

function truthOf(world: World, made: Made): Truth {
  const evidence = evidenceOf(world)
  return {
    tasks: tasksOf(world, made),
    evidence,
    decoys: decoysOf(world, new Set(evidence)),
    steps: stepsOf(world),
    // There is no name in this evidence.
    namesOnly: null,
  }
}

function tasksOf(world: World, { isProofOwn, noneReadable }: Made): Record<string, TaskTruth> {
  const { firm, incidents, model, best, blind, message } = world
  const first = firstReadable(longest(incidents), firm)
  return {
    plan: { kind: 'plan', model, best: best.saved, ...(isProofOwn && { proof: proofIn(world) }) },
    blind: { kind: 'rows', rows: blind.map(controlRow) },
    'still-readable':
      noneReadable === null ? { kind: 'number', value: first, tolerance: 0 } : { kind: 'value', value: String(first ?? noneReadable) },
    'save-first': { kind: 'order', order: savingOrder(firm) },
    board: { kind: 'choice', worth: Object.fromEntries(boardMessages.map((choice) => [choice, choice === message ? 1 : 0])) },
  }
}

function proofIn({ firm, incidents, best }: World): PlanProof {
  const records = linesOf(incidents).map((line) => [line.row, firmRow(rowOf(line, firm))] as const)
  return { best: best.rows, records: Object.fromEntries(records) }
}

const linesOf = (incidents: readonly Incident[]): Line[] => incidents.flatMap(({ lines }) => lines)

const longest = (incidents: readonly Incident[]): Incident => [...incidents].sort((a, b) => b.noticedOn - a.noticedOn)[0] as Incident

/** The earliest day that the records, as they are kept today, would still show on the day it was noticed. */
const firstReadable = ({ lines, noticedOn }: Incident, firm: World['firm']): number | null =>
  lines.find((line) => isReadable(line, noticedOn, firm))?.day ?? null

/** What an intruder could erase, then what is overwritten soonest. */
function savingOrder(firm: World['firm']): string[] {
  const rank = (item: string, place: string) => {
    const row = firm.find((one) => one.item === item && one.place === place)
    return (row?.kept === 'on-the-machine' ? 0 : 10_000) + (row?.days ?? 0)
  }
  return toSave
    .map(([event, item, place]) => ({ event, rank: rank(item, place) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ event }) => event)
}

/** The lines by which the best plan notices, and the rows of the records that hold them. */
function evidenceOf({ firm, incidents, model, best }: World): string[] {
  const plan = new Set(best.rows)
  const lines = model.incidents.flatMap((incident) => noticedBy(incident, plan) ?? []).map(({ line }) => line)
  const cited = linesOf(incidents)
    .filter(({ row }) => lines.includes(row))
    .map((line) => firmRow(rowOf(line, firm)))
  return [...lines, ...new Set(cited)]
}

function decoysOf({ firm, controls, incidents, blind }: World, evidence: ReadonlySet<string>): Decoy[] {
  const wasted = blind.filter((index) => (controls[index]?.cost ?? 0) >= dear)
  const idle = firm.flatMap(({ item }, index) => (['badge-readers', 'telephone-list'].includes(item) ? [index] : []))
  const ends = incidents.flatMap(({ endRow }) => endRow ?? [])
  const decoys: Decoy[] = [
    {
      id: 'dear-and-blind',
      rows: wasted.map(controlRow),
      values: { controls: wasted.length, cost: wasted.reduce((sum, index) => sum + (controls[index]?.cost ?? 0), 0) },
    },
    { id: 'kept-for-years', rows: idle.map(firmRow), values: { days: Math.max(...idle.map((index) => firm[index]?.days ?? 0)) } },
    { id: 'the-day-it-was-noticed', rows: ends, values: { incidents: ends.length } },
  ]
  return decoys.filter(({ rows }) => rows.length > 0 && !rows.some((row) => evidence.has(row)))
}
