import { and, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { enrolments, leaves, people } from '#db/schema/index'
import { dayOf } from '#domain/calendar'

/** Conditions on rows of `enrolments` joined with `people`, as `domain/enrolments/status.ts` states them. */
export function statusConditions(now: Date, timeZone: string): { open: SQL; overdue: SQL; done: SQL } {
  const today = dayOf(now, timeZone)
  const isAway = sql`exists (select 1 from ${leaves} where ${leaves.personId} = ${people.id} and ${today}::date between ${leaves.startsOn} and ${leaves.endsOn})`
  const open = and(isNull(enrolments.closedAt), isNull(people.deactivatedAt)) as SQL
  return {
    open,
    overdue: and(open, isNotNull(enrolments.dueAt), lt(enrolments.dueAt, now), sql`not ${isAway}`) as SQL,
    done: sql`${enrolments.closedAs} in ('completed', 'waived')`,
  }
}
