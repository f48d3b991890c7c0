/** What to do next: what is overdue first, then what is due soonest; within a course, where one stopped. */

import { soonDays } from './status.ts'

export interface Waiting {
  enrolledAt: Date
  startedAt: Date | null
  /** null: no date. */
  dueAt: Date | null
}

/**
 * Open enrolments in the order in which to do them: by due date (so overdue before due soon), those without a date last; of
 * those, started ones before untouched ones, and then the older.
 */
export function inOrderOfNeed<T extends Waiting>(open: readonly T[]): T[] {
  const key = ({ dueAt, startedAt, enrolledAt }: T) =>
    [dueAt?.getTime() ?? Number.POSITIVE_INFINITY, startedAt ? 0 : 1, enrolledAt.getTime()] as const
  return open.toSorted((a, b) => {
    const [dueA, newA, sinceA] = key(a)
    const [dueB, newB, sinceB] = key(b)
    if (dueA !== dueB) return dueA < dueB ? -1 : 1
    return newA - newB || sinceA - sinceB
  })
}

export interface UnitProgress {
  id: string
  isComplete: boolean
  /** The last time something was read, chosen or given in it; null: untouched, or nothing in it is under way. */
  touchedAt: Date | null
  /** The end of a pause between attempts, when one is in force. */
  pausedUntil: Date | null
}

/**
 * The unit to go on with: the one last touched that is open, else the first open one; a paused quiz only when nothing else is left.
 * null: every unit is complete.
 */
export function nextUnit<T extends UnitProgress>(units: readonly T[]): T | null {
  const open = units.filter((unit) => !unit.isComplete)
  const ready = open.filter((unit) => unit.pausedUntil === null)
  const candidates = ready.length > 0 ? ready : open
  const touched = candidates.filter((unit) => unit.touchedAt !== null)
  const [last] = touched.toSorted((a, b) => (b.touchedAt?.getTime() ?? 0) - (a.touchedAt?.getTime() ?? 0))
  return last ?? candidates[0] ?? null
}

export type Urgency = 'overdue' | 'due_soon' | 'due_later' | 'no_date'

/** How pressing an open enrolment is, as its learner is told. */
export function urgencyOf(dueAt: Date | null, now: Date): Urgency {
  if (dueAt === null) return 'no_date'
  if (dueAt < now) return 'overdue'
  return dueAt.getTime() - now.getTime() <= soonDays * 86_400_000 ? 'due_soon' : 'due_later'
}
