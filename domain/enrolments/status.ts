/** The status of an enrolment at a stated time. First that fits; every assigned enrolment has exactly one. */

import { dayOf } from '../calendar.ts'
import type { Closing } from './reasons.ts'

export const statuses = ['completed', 'waived', 'left', 'paused', 'overdue', 'due_later'] as const
export type Status = (typeof statuses)[number]

export interface Leave {
  /** First and last day away, both included. */
  startsOn: string
  endsOn: string
}

export interface EnrolmentState {
  closedAs: Closing | null
  /** End of the due day with leave added; null: no date. */
  dueAt: Date | null
  /** When the person left; null while active. */
  deactivatedAt: Date | null
  leaves: readonly Leave[]
}

/** A completion or waiver outlasts everything; a person who left is neither late nor waited for; nobody on leave is overdue. */
export function statusOf(enrolment: EnrolmentState, now: Date, timeZone: string): Status | 'cancelled' {
  if (enrolment.closedAs !== null) return enrolment.closedAs
  if (enrolment.deactivatedAt !== null && enrolment.deactivatedAt <= now) return 'left'
  const today = dayOf(now, timeZone)
  if (enrolment.leaves.some((leave) => leave.startsOn <= today && today <= leave.endsOn)) return 'paused'
  return enrolment.dueAt !== null && enrolment.dueAt < now ? 'overdue' : 'due_later'
}

/** Days until the due date from which a learner is told that it is due soon. */
export const soonDays = 14
