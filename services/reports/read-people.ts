import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { enrolments, groups, people } from '#db/schema/index'
import { dayOf } from '#domain/calendar'
import type { Closing } from '#domain/enrolments/reasons'
import type { Status } from '#domain/enrolments/status'
import { matchesText } from '../people/matches-text.ts'
import type { ReadableScope } from './scope.ts'
import { statusAt } from './status-sql.ts'

export const peoplePerPage = 50

/** One person and their current enrolment in the course of a report. */
export interface PersonRow {
  enrolmentId: string
  personId: string
  name: string
  groupId: string
  groupName: string
  status: Status
  cycle: number
  enrolledAt: Date
  /** The last day in time, leave added, in the organisation's zone. */
  dueOn: string | null
  startedAt: Date | null
  unitsDone: number
  score: number | null
  closedAt: Date | null
  closedAs: Closing | null
}

/** The condition of the rows a filter lists: the scope's, with its search and status. */
export function listed(scope: ReadableScope, status: Status | null = scope.filter.status): SQL | undefined {
  return and(scope.rows, matchesText(scope.filter.search), status === null ? undefined : sql`${statusAt(scope.moment)} = ${status}`)
}

/** What needs attention first: overdue longest, then still open, then settled; by name within. */
const need = (status: SQL) =>
  sql<number>`case ${status} when 'overdue' then 0 when 'due_later' then 1 when 'paused' then 2 when 'left' then 3 when 'waived' then 4 else 5 end`

/** The rows of one page: first what sorts is worked out for all, then everything else is read for those fifty. */
export async function readPeople(db: Database, scope: ReadableScope): Promise<PersonRow[]> {
  const row = db
    .select({
      id: sql<string>`${enrolments.id}`.as('listed_enrolment'),
      personId: sql<string>`${people.id}`.as('listed_person'),
      sortName: people.sortName,
      status: (statusAt(scope.moment) as SQL<Status>).as('listed_status'),
      openDueAt: sql`case when ${enrolments.closedAt} is null then ${enrolments.dueAt} end`.as('open_due_at'),
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(listed(scope))
    .offset(0) // keeps the planner from working the status out again for every comparison
    .as('row')
  const page = db
    .select({ ...row._.selectedFields, need: need(sql`${row.status}`).as('need') })
    .from(row)
    .orderBy(need(sql`${row.status}`), row.openDueAt, row.sortName, row.personId)
    .limit(peoplePerPage)
    .offset((scope.filter.page - 1) * peoplePerPage)
    .as('page')
  const found = await db
    .select({
      enrolmentId: enrolments.id,
      personId: people.id,
      name: people.name,
      groupId: groups.id,
      groupName: groups.name,
      status: page.status,
      cycle: enrolments.cycle,
      enrolledAt: enrolments.enrolledAt,
      dueAt: enrolments.dueAt,
      startedAt: enrolments.startedAt,
      unitsDone: enrolments.unitsDone,
      score: enrolments.score,
      closedAt: enrolments.closedAt,
      closedAs: enrolments.closedAs,
    })
    .from(page)
    .innerJoin(enrolments, eq(enrolments.id, page.id))
    .innerJoin(people, eq(people.id, page.personId))
    .innerJoin(groups, eq(groups.id, people.homeGroupId))
    .orderBy(page.need, page.openDueAt, page.sortName, page.personId)
  return found.map(({ dueAt, ...one }) => ({ ...one, dueOn: dueAt && dayOf(dueAt, scope.timeZone) }))
}
