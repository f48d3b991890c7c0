import { eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { enrolments, people } from '#db/schema/index'
import { noCounts } from '#domain/reports/counts'
import type { HomeGroupCounts } from '#domain/reports/groups'
import { trendPoints } from '#domain/reports/trend'
import type { ReadableScope } from './scope.ts'
import { isOverdueAt, moment, statusAt } from './status-sql.ts'

/** Counts by status for each home group, and how many were overdue a week ago, in one statement. */
export async function readCounts(db: Database, scope: ReadableScope, condition: SQL | undefined = scope.rows): Promise<HomeGroupCounts[]> {
  const weekAgo = trendPoints(scope.now, 1, scope.timeZone)[0] ?? { at: scope.now, day: scope.today }
  const row = db
    .select({
      groupId: people.homeGroupId,
      status: statusAt(scope.moment).as('status'),
      hasStarted: sql<boolean>`${enrolments.startedAt} is not null`.as('has_started'),
      wasOverdue: isOverdueAt(moment(weekAgo.at, weekAgo.day)).as('was_overdue'),
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(condition)
    .offset(0) // keeps the planner from working each status out again for every use of it
    .as('row')
  const found = await db
    .select({ ...row._.selectedFields, people: sql<number>`count(*)::int` })
    .from(row)
    .groupBy(row.groupId, row.status, row.hasStarted, row.wasOverdue)
  return [...Map.groupBy(found, ({ groupId }) => groupId)].map(([groupId, parts]) => {
    const counts = { ...noCounts }
    let overdueBefore = 0
    for (const { status, hasStarted, wasOverdue, people } of parts) {
      if (status !== 'cancelled') counts[status] += people
      if (status === 'due_later' && hasStarted) counts.started += people
      if (wasOverdue) overdueBefore += people
    }
    return { groupId, counts, overdueBefore }
  })
}
