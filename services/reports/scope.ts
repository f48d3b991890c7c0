import { and, asc, desc, eq, exists, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { assignments, courses, enrolments, groups, organisation, people } from '#db/schema/index'
import { dayOf } from '#domain/calendar'
import type { Localised } from '#domain/catalogue/types'
import { type Actor, isWithin, type Reach, reachOf } from '#domain/policy'
import type { ReportFilter } from '#domain/reports/filter'
import { type GroupNode, groupInView, topsOf } from '#domain/reports/groups'
import { getVersions } from '../catalogue/get-version.ts'
import { NotFound } from '../errors.ts'
import { groupsWithin, peopleWithin } from '../reach.ts'
import { isCurrentIn, type Moment, moment } from './status-sql.ts'

export interface CourseOption {
  id: string
  title: Localised
  units: number
}

/** What a report is about: a filter, read within somebody's reach. */
export interface Scope {
  now: Date
  timeZone: string
  /** The day of `now` in that zone. */
  today: string
  filter: ReportFilter
  /** Courses that anybody within reach is enrolled in, the one assigned last first. */
  courses: CourseOption[]
  /** null: nobody within reach is enrolled in anything yet. */
  course: CourseOption | null
  /** Groups within reach, root first, then by name. */
  groups: GroupNode[]
  /** The group the report is about; null: several branches at once. */
  inView: GroupNode | null
  /** May the one who asks export what is shown? */
  mayExport: boolean
}

/** A scope as the database reads it; verbs give out the plain one. */
export interface ReadableScope extends Scope {
  moment: Moment
  /** Current enrolments of the course in the group within reach: a condition over `enrolments` joined with `people`. */
  rows: SQL | undefined
}

export const plain = ({ moment: _, rows: __, ...scope }: ReadableScope): Scope => scope

interface Asking {
  db: Reader
  actor: Actor
  now: Date
  reach: Reach
}

export const wholeOrganisation: Reach = { all: true, branches: [], own: null, reportsOf: null }

/** The branch of one group, as a reach. */
export const branchOf = (groupId: string): Reach => ({ all: false, branches: [groupId], own: null, reportsOf: null })

/** @throws NotFound when the course or the group of the filter is not within reach. */
export async function readScope({ db, actor, now, reach }: Asking, filter: ReportFilter): Promise<ReadableScope> {
  const timeZone = await readTimeZone(db)
  const visible = await listGroups(db, reach)
  const known = await listCourses(db, reach)
  const course = filter.course === null ? (known[0] ?? null) : known.find(({ id }) => id === filter.course)
  const inView = groupInView(visible, filter.group)
  if (course === undefined || (filter.group !== null && inView === null)) throw new NotFound()
  const exportReach = reachOf(actor, 'report.export')
  const shown = inView ? [inView] : topsOf(visible)
  const today = dayOf(now, timeZone)
  return {
    now,
    timeZone,
    today,
    moment: moment(now, today),
    filter,
    courses: known,
    course,
    groups: visible,
    inView,
    mayExport: shown.length > 0 && shown.every(({ path }) => isWithin(exportReach, { groupPath: path })),
    rows: rowsOf(reach, course?.id ?? '', filter.group),
  }
}

export function rowsOf(reach: Reach, courseId: string, groupId: string | null): SQL | undefined {
  return and(
    eq(enrolments.courseId, courseId),
    isCurrentIn(courseId),
    peopleWithin(reach),
    groupId === null ? undefined : peopleWithin(branchOf(groupId)),
  )
}

export async function readTimeZone(db: Reader): Promise<string> {
  const [row] = await db.select({ timeZone: organisation.timeZone }).from(organisation)
  return row?.timeZone ?? 'UTC'
}

export function listGroups(db: Reader, reach: Reach): Promise<GroupNode[]> {
  return db
    .select({ id: groups.id, name: groups.name, path: groups.path })
    .from(groups)
    .where(groupsWithin(reach))
    .orderBy(sql`cardinality(${groups.path})`, asc(groups.name))
}

/** Courses that anybody was ever enrolled in: looked up one by one in the index of enrolments, which to search for a course without any would be read whole. */
const wasStarted = sql`${courses.id} in (
  with recursive started (id) as (
    (select course_id from enrolments order by course_id limit 1)
    union all
    select (select course_id from enrolments where course_id > started.id order by course_id limit 1) from started where started.id is not null
  ) select id from started where id is not null)`

async function listCourses(db: Reader, reach: Reach): Promise<CourseOption[]> {
  const assignedLast = sql`(select max(${assignments.createdAt}) from ${assignments} where ${assignments.courseId} = ${courses.id})`
  const isCounted = and(eq(enrolments.courseId, courses.id), sql`${enrolments.closedAs} is distinct from 'cancelled'`)
  const counted = db.select({ one: sql`1` }).from(enrolments)
  // The offset keeps the planner from joining every enrolment where finding one will do; who sees everybody needs nobody looked up.
  const hasRows = exists(
    reach.all
      ? counted.where(isCounted)
      : counted
          .innerJoin(people, eq(people.id, enrolments.personId))
          .where(and(isCounted, peopleWithin(reach)))
          .offset(0),
  )
  const rows = await db
    .select({ id: courses.id, hash: courses.currentHash })
    .from(courses)
    .where(and(wasStarted, hasRows))
    .orderBy(desc(sql`coalesce(${assignedLast}, ${courses.publishedAt})`), courses.id)
  const versions = await getVersions(
    db,
    rows.map(({ hash }) => hash),
  )
  return versions.map(({ id, title, units }) => ({ id, title, units: units.length }))
}
