/** One mark for each person of a group, in the order they are drawn. Large groups share marks, and the page says how many people each stands for. */

import { type Counts, doneIn } from './counts.ts'

export const markKinds = ['done', 'started', 'waiting', 'overdue'] as const
export type MarkKind = (typeof markKinds)[number]

export interface Marks extends Record<MarkKind, number> {
  /** How many people one mark stands for. */
  perMark: number
}

/** People of each kind. `waiting` have not begun, or are on leave; who left has no mark. */
export function peopleOf(counts: Counts): Record<MarkKind, number> {
  return {
    done: doneIn(counts),
    started: counts.started,
    waiting: counts.due_later - counts.started + counts.paused,
    overdue: counts.overdue,
  }
}

/** How many people a mark stands for, so that the largest of several groups stays within `most` marks: 1, 2, 5, 10, 20, 50, … */
export function peoplePerMark(largest: number, most = 250): number {
  const steps = [1, 2, 5].flatMap((step) => [0, 1, 2, 3, 4, 5].map((power) => step * 10 ** power)).sort((a, b) => a - b)
  return steps.find((step) => largest / step <= most) ?? 1_000_000
}

/** Marks of a group. A kind that anybody belongs to has at least one mark. */
export function marksOf(counts: Counts, perMark: number): Marks {
  const people = peopleOf(counts)
  const marks = (kind: MarkKind) => (people[kind] === 0 ? 0 : Math.max(1, Math.round(people[kind] / perMark)))
  return { perMark, done: marks('done'), started: marks('started'), waiting: marks('waiting'), overdue: marks('overdue') }
}
