/** How many enrolments there are of each status. */

import { type Status, statuses } from '../enrolments/status.ts'

export interface Counts extends Record<Status, number> {
  /** Of those due later: how many have begun. */
  started: number
}

export const noCounts: Counts = { completed: 0, waived: 0, left: 0, paused: 0, overdue: 0, due_later: 0, started: 0 }

export function addCounts(one: Counts, two: Counts): Counts {
  const sum = { ...one, started: one.started + two.started }
  for (const status of statuses) sum[status] += two[status]
  return sum
}

/** Completed + waived + left + paused + overdue + due later: always the sum, never counted apart. */
export const assignedIn = (counts: Counts): number => statuses.reduce((sum, status) => sum + counts[status], 0)

/** Nothing more is expected of these people: they completed the course, or were waived. */
export const doneIn = (counts: Counts): number => counts.completed + counts.waived

/** Those of whom the course is, or was, expected: everybody assigned but who left without it. */
export const expectedIn = (counts: Counts): number => assignedIn(counts) - counts.left
