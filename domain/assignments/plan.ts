import { dayOf } from '../calendar.ts'
import { dueAt } from '../enrolments/due.ts'
import type { Leave } from '../enrolments/status.ts'

/** What is known, at one moment, about a person an assignment means. */
export interface Member {
  personId: string
  isActive: boolean
  leaves: readonly Leave[]
  /** The enrolment in this course that is open now. */
  open: { id: string; enrolledOn: string; dueOn: string | null; dueAt: Date | null } | null
  /** How an earlier round of this course ended, where it counts as done. */
  done: 'completed' | 'waived' | null
  /** The highest cycle so far; 0: never enrolled. */
  lastCycle: number
}

export const outcomes = ['enrolled', 'date_set', 'date_kept', 'left_out'] as const
export type Outcome = (typeof outcomes)[number]
export type LeftOutReason = 'inactive' | 'completed' | 'waived'

/** What an assignment does to one person. Dates are days; `dueAt` is the instant with leave added. */
export type Planned =
  | { outcome: 'enrolled'; personId: string; cycle: number; dueOn: string | null; dueAt: Date | null }
  | { outcome: 'date_set'; personId: string; enrolmentId: string; dueOn: string; dueAt: Date | null }
  | { outcome: 'date_kept'; personId: string; enrolmentId: string; dueOn: string | null; dueAt: Date | null }
  | { outcome: 'left_out'; personId: string; reason: LeftOutReason; dueOn: null; dueAt: null }

export interface Terms {
  /** null: no date. */
  dueOn: string | null
  now: Date
  /** The organisation's. */
  timeZone: string
}

/**
 * Who is enrolled, who already is, whose date moves, who is left out: each person once, in the order given.
 * An assignment never shortens anybody's time: an open enrolment keeps its date, and gets this one only where it has none.
 */
export function planAssignment(members: readonly Member[], terms: Terms): Planned[] {
  const once = new Map(members.map((member) => [member.personId, member]))
  return [...once.values()].map((member) => planFor(member, terms))
}

function planFor(member: Member, { dueOn, now, timeZone }: Terms): Planned {
  const { personId, isActive, open, done, leaves } = member
  const leftOut = (reason: LeftOutReason): Planned => ({ outcome: 'left_out', personId, reason, dueOn: null, dueAt: null })
  if (!isActive) return leftOut('inactive')
  if (open) {
    if (open.dueOn !== null || dueOn === null)
      return { outcome: 'date_kept', personId, enrolmentId: open.id, dueOn: open.dueOn, dueAt: open.dueAt }
    return { outcome: 'date_set', personId, enrolmentId: open.id, dueOn, dueAt: dueAt(dueOn, open.enrolledOn, leaves, timeZone) }
  }
  if (done) return leftOut(done)
  return {
    outcome: 'enrolled',
    personId,
    cycle: member.lastCycle + 1,
    dueOn,
    dueAt: dueAt(dueOn, dayOf(now, timeZone), leaves, timeZone),
  }
}

/** How many people each outcome meets. */
export function countOutcomes(plan: readonly Planned[]): Record<Outcome, number> {
  const counts = { enrolled: 0, date_set: 0, date_kept: 0, left_out: 0 }
  for (const { outcome } of plan) counts[outcome] += 1
  return counts
}

/** Does carrying the plan out change anything? */
export const changesAnything = (plan: readonly Planned[]): boolean =>
  plan.some(({ outcome }) => outcome === 'enrolled' || outcome === 'date_set')
