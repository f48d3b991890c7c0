import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { assignmentAudiences, assignments, courses, enrolments, groups, lists, people } from '#db/schema/index'
import type { Localised } from '#domain/catalogue/types'
import { soonDays } from '#domain/enrolments/status'
import { getVersion } from '../catalogue/get-version.ts'
import { statusConditions } from '../enrolments/status-sql.ts'
import { organisationZone } from '../organisation/organisation-zone.ts'
import { query } from '../query.ts'
import { groupsWithin } from '../reach.ts'

export const assignmentsPerPage = 30

export interface AssignmentRow {
  id: string
  courseTitle: Localised
  /** Names of the groups and lists it was made for. */
  audiences: string[]
  /** How many single people it names besides. */
  singlePeople: number
  dueOn: string | null
  createdAt: Date
  cancelledAt: Date | null
  done: number
  open: number
  overdue: number
}

const isDueBy = (now: Date) => sql`exists (select 1 from ${enrolments} join ${people} on ${people.id} = ${enrolments.personId}
  where ${enrolments.assignmentId} = ${assignments.id} and ${enrolments.closedAt} is null and ${people.deactivatedAt} is null
  and ${enrolments.dueAt} < ${new Date(now.getTime() + soonDays * 86_400_000).toISOString()}::timestamptz)`

/** The assignments within reach, newest first, with how they stand. */
export const listAssignments = query({
  permission: 'assignment.read',
  input: z.object({
    page: z.coerce.number().int().min(1).max(100_000).catch(1),
    withCancelled: z.boolean().default(false),
    /** Only those with somebody overdue, or due within two weeks. */
    onlyDue: z.boolean().default(false),
  }),
  run: async ({ db, now, reach, input }): Promise<{ rows: AssignmentRow[]; count: number; page: number; pages: number }> => {
    const is = statusConditions(now, await organisationZone(db))
    const visible = inArray(assignments.groupId, db.select({ id: groups.id }).from(groups).where(groupsWithin(reach)))
    const where = and(visible, input.withCancelled ? undefined : isNull(assignments.cancelledAt), input.onlyDue ? isDueBy(now) : undefined)
    const [total] = await db.select({ count: sql<number>`count(*)::int` }).from(assignments).where(where)
    const count = total?.count ?? 0
    const pages = Math.max(1, Math.ceil(count / assignmentsPerPage))
    const page = Math.min(input.page, pages)
    const onPage = db
      .select({ id: assignments.id })
      .from(assignments)
      .where(where)
      .orderBy(desc(assignments.createdAt), desc(assignments.id))
      .limit(assignmentsPerPage)
      .offset((page - 1) * assignmentsPerPage)
    const named = sql`(select jsonb_build_object(
        'names', coalesce(jsonb_agg(coalesce(g.name, l.name) order by g.path, l.name) filter (where a.person_id is null), '[]'::jsonb),
        'single', count(a.person_id))
      from ${assignmentAudiences} a left join ${groups} g on g.id = a.group_id left join ${lists} l on l.id = a.list_id
      where a.assignment_id = ${assignments.id})`
    const tally = (condition: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${condition}))::int`
    const rows = await db
      .select({
        id: assignments.id,
        hash: courses.currentHash,
        named: sql<{ names: string[]; single: number }>`${named}`,
        dueOn: assignments.dueOn,
        createdAt: assignments.createdAt,
        cancelledAt: assignments.cancelledAt,
        done: tally(is.done),
        open: tally(is.open),
        overdue: tally(is.overdue),
      })
      .from(assignments)
      .innerJoin(courses, eq(courses.id, assignments.courseId))
      .leftJoin(enrolments, eq(enrolments.assignmentId, assignments.id))
      .leftJoin(people, eq(people.id, enrolments.personId))
      .where(inArray(assignments.id, onPage))
      .groupBy(assignments.id, courses.currentHash)
      .orderBy(desc(assignments.createdAt), desc(assignments.id))
    const titled = rows.map(async ({ hash, named: { names, single }, ...row }) => {
      const { title: courseTitle } = await getVersion(db, hash)
      return { ...row, courseTitle, audiences: names, singlePeople: single }
    })
    return { rows: await Promise.all(titled), count, page, pages }
  },
})
