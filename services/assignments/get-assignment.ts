import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { assignmentAudiences, assignments, courses, enrolments, groups, leaves, lists, people } from '#db/schema/index'
import { AssignmentPeople, type AssignmentTab } from '#domain/assignments/schema'
import { type Status, statusOf } from '#domain/enrolments/status'
import type { Reach } from '#domain/policy'
import { getVersion } from '../catalogue/get-version.ts'
import { statusConditions } from '../enrolments/status-sql.ts'
import { NotFound } from '../errors.ts'
import { organisationZone } from '../organisation/organisation-zone.ts'
import { query } from '../query.ts'
import { groupsWithin, peopleWithin } from '../reach.ts'

export const enrolmentsPerPage = 50

export interface EnrolmentRow {
  enrolmentId: string
  personId: string
  name: string
  groupName: string
  status: Status | 'cancelled'
  dueOn: string | null
  dueAt: Date | null
  closedAt: Date | null
  isOpen: boolean
}

const author = sql<string | null>`(select author.name from ${people} author where author.id = ${assignments.createdBy})`

async function findAssignment(db: Database, reach: Reach, assignmentId: string) {
  const [row] = await db
    .select({
      id: assignments.id,
      hash: courses.currentHash,
      dueOn: assignments.dueOn,
      createdAt: assignments.createdAt,
      createdBy: author,
      cancelledAt: assignments.cancelledAt,
    })
    .from(assignments)
    .innerJoin(groups, eq(groups.id, assignments.groupId))
    .innerJoin(courses, eq(courses.id, assignments.courseId))
    .where(and(eq(assignments.id, assignmentId), groupsWithin(reach)))
  if (!row) throw new NotFound()
  const { hash, ...assignment } = row
  return { ...assignment, courseTitle: (await getVersion(db, hash)).title }
}

/** An assignment, whom it named, how it stands, and one page of its enrolments within reach. */
export const getAssignment = query({
  permission: 'assignment.read',
  input: AssignmentPeople,
  run: async ({ db, now, reach, input: { assignmentId, tab, page: asked } }) => {
    const assignment = await findAssignment(db, reach, assignmentId)
    const zone = await organisationZone(db)
    const is = statusConditions(now, zone)
    const all = and(eq(enrolments.assignmentId, assignmentId), peopleWithin(reach))
    const tally = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`
    const [counts = { any: 0, open: 0, overdue: 0, done: 0 }] = await db
      .select({ any: sql<number>`count(*)::int`, open: tally(is.open), overdue: tally(is.overdue), done: tally(is.done) })
      .from(enrolments)
      .innerJoin(people, eq(people.id, enrolments.personId))
      .where(all)
    const pages = Math.max(1, Math.ceil(counts[tab] / enrolmentsPerPage))
    const page = Math.min(asked, pages)
    const rows = await listRows(db, and(all, tab === 'any' ? undefined : is[tab]), page)
    return {
      ...assignment,
      audiences: await namedAudiences(db, reach, assignmentId),
      counts: counts satisfies Record<AssignmentTab, number>,
      page,
      pages,
      rows: rows.map(
        ({ deactivatedAt, away, closedAs, ...row }): EnrolmentRow => ({
          ...row,
          isOpen: closedAs === null && deactivatedAt === null,
          status: statusOf({ closedAs, dueAt: row.dueAt, deactivatedAt, leaves: away }, now, zone),
        }),
      ),
    }
  },
})
export type AssignmentView = Awaited<ReturnType<typeof getAssignment>>

function listRows(db: Database, where: SQL | undefined, page: number) {
  return db
    .select({
      enrolmentId: enrolments.id,
      personId: people.id,
      name: people.name,
      groupName: groups.name,
      dueOn: enrolments.dueOn,
      dueAt: enrolments.dueAt,
      closedAt: enrolments.closedAt,
      closedAs: enrolments.closedAs,
      deactivatedAt: people.deactivatedAt,
      away: sql<
        { startsOn: string; endsOn: string }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('startsOn', ${leaves.startsOn}, 'endsOn', ${leaves.endsOn}))
        from ${leaves} where ${leaves.personId} = ${people.id}), '[]'::jsonb)`,
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .innerJoin(groups, eq(groups.id, people.homeGroupId))
    .where(where)
    .orderBy(asc(people.sortName), asc(people.id))
    .limit(enrolmentsPerPage)
    .offset((page - 1) * enrolmentsPerPage)
}

export interface NamedAudience {
  kind: 'group' | 'list' | 'person'
  name: string
}

/** Whom it was made for; people who moved out of sight since are not named. */
async function namedAudiences(db: Database, reach: Reach, assignmentId: string): Promise<NamedAudience[]> {
  const rows = await db
    .select({ group: groups.name, list: lists.name, person: people.name })
    .from(assignmentAudiences)
    .leftJoin(groups, eq(groups.id, assignmentAudiences.groupId))
    .leftJoin(lists, eq(lists.id, assignmentAudiences.listId))
    .leftJoin(people, and(eq(people.id, assignmentAudiences.personId), peopleWithin(reach)))
    .where(eq(assignmentAudiences.assignmentId, assignmentId))
    .orderBy(asc(assignmentAudiences.id))
  return rows.flatMap(({ group, list, person }): NamedAudience[] => {
    if (group !== null) return [{ kind: 'group', name: group }]
    if (list !== null) return [{ kind: 'list', name: list }]
    return person === null ? [] : [{ kind: 'person', name: person }]
  })
}
