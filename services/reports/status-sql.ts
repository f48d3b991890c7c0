import { and, eq, exists, type SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { enrolments, leaves, people } from '#db/schema/index'
import type { Status } from '#domain/enrolments/status'

/** The statuses of `domain/enrolments/status.ts` said in SQL, over a row of `enrolments` joined with its row of `people`. */

/** A time, and the day on which it falls in the organisation's zone. */
export interface Moment {
  at: SQL
  day: SQL
}

export function moment(now: Date, day: string): Moment {
  return { at: sql`${now.toISOString()}::timestamptz`, day: sql`${day}::date` }
}

const isOnLeave = ({ day }: Moment) =>
  exists(
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(leaves)
      .where(and(eq(leaves.personId, enrolments.personId), sql`${day} between ${leaves.startsOn} and ${leaves.endsOn}`)),
  )

/** The status at a moment, as far as is known today: what was closed, or left, after it counts as still open, or here. */
export function statusAt(moment: Moment): SQL<Status | 'cancelled'> {
  return sql`case
    when ${enrolments.closedAt} <= ${moment.at} then ${enrolments.closedAs}
    when ${people.deactivatedAt} <= ${moment.at} then 'left'
    when ${isOnLeave(moment)} then 'paused'
    when ${enrolments.dueAt} < ${moment.at} then 'overdue'
    else 'due_later' end`
}

/** Whether the status at a moment is `overdue`, of those enrolled by then: asked so that only few rows need their leaves looked up. */
export function isOverdueAt(moment: Moment): SQL<boolean> {
  return sql`(${enrolments.dueAt} < ${moment.at} and ${enrolments.enrolledAt} <= ${moment.at}
    and (${enrolments.closedAt} is null or ${enrolments.closedAt} > ${moment.at})
    and (${people.deactivatedAt} is null or ${people.deactivatedAt} > ${moment.at})
    and not ${isOnLeave(moment)})`
}

/** A person counts once per course, with the latest enrolment that is not cancelled. Most have one cycle only: no first cycle is looked at twice. */
export const isCurrentIn = (courseId: string): SQL => sql`(${enrolments.closedAs} is distinct from 'cancelled' and not exists (
  select 1 from enrolments later where later.person_id = ${enrolments.personId} and later.course_id = ${courseId}
  and later.cycle > 1 and later.cycle > ${enrolments.cycle} and later.closed_as is distinct from 'cancelled'))`
