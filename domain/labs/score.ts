/** How a lab is scored: 60 % findings, 40 % evidence, less what hints cost. */
import { rounded } from '../attempts/score.ts'
import { minutesBetween } from './calendar.ts'
import { proofOfPlan, worthOfPlan } from './plan.ts'
import type { LabResponses, TaskResponse, TaskSpec, TaskTruth, TimeTolerance, Truth } from './types.ts'

export const masteryScore = 0.7
export const shareOfFindings = 0.6
/** What all findings together are worth, in points of a hundred. */
export const pointsOfFindings = shareOfFindings * 100
/** What the first, the second and the third hint cost. */
export const hintPrices = [0.02, 0.04, 0.06] as const
/** A row that only looked guilty weighs as much as two that are merely beside the point. */
const weightOfDecoy = 2
const minutesPerDay = 1_440

export interface LabScore {
  /** 0..1, of the whole. */
  score: number
  isPassed: boolean
  findings: number
  evidence: number
  /** What the hints cost. */
  hints: number
  /** Worth of each task, 0..1. */
  tasks: Record<string, number>
}

/** What a task was worth at most, and what was given for it. */
export interface TaskPoints {
  most: number
  given: number
}

export function scoreLab(specs: readonly TaskSpec[], truth: Truth, responses: LabResponses): LabScore {
  const { tasks: given, marks, hints: taken } = responses
  const decoys = new Set(truth.decoys.flatMap(({ rows }) => rows))
  const tasks: Record<string, number> = {}
  for (const { id } of specs) tasks[id] = scoreTask(truth.tasks[id], given[id]?.given, decoys)
  const weights = weightOf(specs)
  const findings = specs.reduce((sum, { id, weight }) => sum + weight * (tasks[id] ?? 0), 0) / weights
  const evidence = scoreRows(
    proofOf(truth, responses),
    marks.map(({ row }) => row),
    decoys,
  )
  const hints = hintPrices.slice(0, taken).reduce((sum, price) => sum + price, 0)
  const score = rounded(Math.max(0, shareOfFindings * findings + (1 - shareOfFindings) * evidence - hints))
  return { score, isPassed: score >= masteryScore, findings: rounded(findings), evidence: rounded(evidence), hints: rounded(hints), tasks }
}

/** The rows that prove what was there: the same for everybody, but where each plan has a proof of its own. */
export function proofOf({ tasks, evidence }: Truth, { tasks: given, marks }: Pick<LabResponses, 'tasks' | 'marks'>): readonly string[] {
  for (const [id, task] of Object.entries(tasks)) {
    if (task.kind !== 'plan' || !task.proof) continue
    const one = given[id]?.given
    const rows = one && 'rows' in one ? one.rows : []
    return proofOfPlan({ ...task, proof: task.proof }, rows, new Set(marks.map(({ row }) => row)))
  }
  return evidence
}

/** How many of the points for findings each task was worth, and how many were given: those given are together what the findings count. */
export function pointsOf(specs: readonly TaskSpec[], worth: Readonly<Record<string, number>>): Record<string, TaskPoints> {
  const weights = weightOf(specs)
  const points = specs.map(({ id, weight }) => {
    const most = (pointsOfFindings * weight) / weights
    return [id, { most, given: most * (worth[id] ?? 0) }] as const
  })
  return Object.fromEntries(points)
}

const weightOf = (specs: readonly TaskSpec[]) => specs.reduce((sum, { weight }) => sum + weight, 0)

/** Worth of one response, 0..1. What was not given is worth nothing. */
export function scoreTask(truth: TaskTruth | undefined, given: TaskResponse | undefined, decoys: ReadonlySet<string>): number {
  if (!truth || !given) return 0
  if ('isUnknowable' in given) return 'value' in truth && truth.value === null ? 1 : 0
  switch (truth.kind) {
    case 'rows':
      return 'rows' in given ? scoreRows(truth.rows, given.rows, decoys, truth.weighs) : 0
    case 'value':
      return 'value' in given ? (given.value === truth.value ? 1 : (truth.near?.[given.value] ?? 0)) : 0
    case 'number':
      return 'number' in given && truth.value !== null && Math.abs(given.number - truth.value) <= truth.tolerance ? 1 : 0
    case 'time':
      return 'time' in given && truth.value !== null && isNear(truth.value, given.time, truth) ? 1 : 0
    case 'order':
      return 'order' in given ? shareInOrder(truth.order, given.order) : 0
    case 'choice':
      return 'choice' in given ? (truth.worth[given.choice] ?? 0) : 0
    case 'rule':
      return 'rule' in given ? (truth.worth[keyOfRule(given.rule)] ?? 0) : 0
    case 'plan':
      return 'rows' in given ? worthOfPlan(truth, given.rows) : 0
  }
}

/** By days of the calendar a day alone counts as any hour of it does. */
function isNear(right: string, given: string, tolerance: TimeTolerance): boolean {
  const apart = (from: string, to: string) => Math.abs(minutesBetween(from, to))
  if ('toleranceMinutes' in tolerance) return apart(right, given) <= tolerance.toleranceMinutes
  return apart(right.slice(0, 10), given.slice(0, 10)) <= tolerance.toleranceDays * minutesPerDay
}

export const keyOfRule = (rule: Readonly<Record<string, number>>): string =>
  Object.keys(rule)
    .sort()
    .map((name) => `${name}=${rule[name]}`)
    .join(',')

/**
 * F1 of rows: the harmonic mean of how many of the right ones were found, and how many of the given ones are right. Decoys count twice among
 * the wrong, and rows that weigh otherwise as they do.
 */
function scoreRows(
  right: readonly string[],
  given: readonly string[],
  decoys: ReadonlySet<string>,
  weighs: Readonly<Record<string, number>> = {},
): number {
  const wanted = new Set(right)
  const chosen = new Set(given)
  const found = [...chosen].filter((row) => wanted.has(row)).length
  if (found === 0) return 0
  const weightIn = (row: string) => weighs[row] ?? (decoys.has(row) ? weightOfDecoy : 1)
  const wrong = [...chosen].filter((row) => !wanted.has(row)).reduce((sum, row) => sum + weightIn(row), 0)
  const [precision, recall] = [found / (found + wrong), found / wanted.size]
  return (2 * precision * recall) / (precision + recall)
}

function shareInOrder(right: readonly string[], given: readonly string[]): number {
  const place = new Map(given.map((id, index) => [id, index]))
  const pairs = right.flatMap((first, index) => right.slice(index + 1).map((second) => [first, second] as const))
  const kept = pairs.filter(([first, second]) => (place.get(first) ?? Number.NaN) < (place.get(second) ?? Number.NaN))
  // Chance keeps half of the pairs; that is worth nothing.
  return Math.max(0, (2 * kept.length) / pairs.length - 1)
}
