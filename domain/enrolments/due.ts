import { addDays, daysBetween, endOfDay } from '../calendar.ts'
import type { Leave } from './status.ts'

/**
 * The instant after which an enrolment is overdue: the end of its due day, moved by as many days as the person was away on leave between
 * enrolment and the due date as moved so far. A leave that begins after the date does not move it.
 * @param enrolledOn first day that counts; @param dueOn null: no date.
 */
export function dueAt(dueOn: string | null, enrolledOn: string, leaves: readonly Leave[], timeZone: string): Date | null {
  if (dueOn === null) return null
  let due = dueOn
  const counted = merge(leaves)
  for (const leave of counted) {
    const first = leave.startsOn < enrolledOn ? enrolledOn : leave.startsOn
    if (leave.endsOn < enrolledOn || first > due) continue
    due = addDays(due, daysBetween(first, leave.endsOn) + 1)
  }
  return endOfDay(due, timeZone)
}

/** Leaves in order, overlapping and touching ones joined, so that no day counts twice. */
function merge(leaves: readonly Leave[]): Leave[] {
  const joined: Leave[] = []
  for (const leave of [...leaves].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    const last = joined.at(-1)
    if (!last || leave.startsOn > addDays(last.endsOn, 1)) joined.push({ ...leave })
    else if (leave.endsOn > last.endsOn) last.endsOn = leave.endsOn
  }
  return joined
}
