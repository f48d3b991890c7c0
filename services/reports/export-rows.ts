import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { courseVersions, enrolments, groups, people } from '#db/schema/index'
import { dayOf } from '#domain/calendar'
import type { Localised } from '#domain/catalogue/types'
import type { Status } from '#domain/enrolments/status'
import { listed } from './read-people.ts'
import type { ReadableScope } from './scope.ts'
import { statusAt } from './status-sql.ts'

export interface ExportRow {
  personId: string
  name: string
  employeeNumber: string | null
  email: string | null
  /** Names of the home group and of the groups above it, as far as they are within reach. */
  groupPath: string[]
  courseTitle: Localised
  courseVersion: string
  cycle: number
  status: Status
  enrolledAt: Date
  dueOn: string | null
  startedAt: Date | null
  closedAt: Date | null
  score: number | null
  unitsDone: number
}

const perBatch = 1000

/** The rows of a filter by name, a batch at a time, each found by the last of the one before: memory stays flat and no connection is held. */
export async function* exportRows(db: Database, scope: ReadableScope): AsyncGenerator<ExportRow[]> {
  const names = new Map(scope.groups.map((group) => [group.id, group.name]))
  const titles = await readTitles(db, scope)
  let last: { sortName: string; id: string } | null = null
  for (;;) {
    const batch = await readBatch(db, scope, last)
    yield batch.map(({ path, sortName: _, dueAt, ...row }) => ({
      ...row,
      groupPath: path.flatMap((id) => names.get(id) ?? []),
      courseTitle: titles.get(row.courseVersion) ?? { en: '', ja: '' },
      dueOn: dueAt && dayOf(dueAt, scope.timeZone),
    }))
    const end = batch.at(-1)
    if (!end || batch.length < perBatch) return
    last = { sortName: end.sortName, id: end.personId }
  }
}

/** The title of each version of the course: a version is large, so none is unpacked for every row. */
async function readTitles(db: Database, { course }: ReadableScope): Promise<Map<string, Localised>> {
  const rows = await db
    .select({ hash: courseVersions.hash, title: sql<Localised>`${courseVersions.content} -> 'title'` })
    .from(courseVersions)
    .where(eq(courseVersions.courseId, course?.id ?? ''))
  return new Map(rows.map(({ hash, title }) => [hash, title]))
}

function readBatch(db: Database, scope: ReadableScope, last: { sortName: string; id: string } | null) {
  return db
    .select({
      personId: people.id,
      sortName: people.sortName,
      name: people.name,
      employeeNumber: people.employeeNumber,
      email: people.email,
      path: groups.path,
      courseVersion: enrolments.courseVersion,
      cycle: enrolments.cycle,
      status: sql<Status>`${statusAt(scope.moment)}`,
      enrolledAt: enrolments.enrolledAt,
      dueAt: enrolments.dueAt,
      startedAt: enrolments.startedAt,
      closedAt: enrolments.closedAt,
      score: enrolments.score,
      unitsDone: enrolments.unitsDone,
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .innerJoin(groups, eq(groups.id, people.homeGroupId))
    .where(and(listed(scope), last ? sql`(${people.sortName}, ${people.id}) > (${last.sortName}, ${last.id}::uuid)` : undefined))
    .orderBy(asc(people.sortName), asc(people.id))
    .limit(perBatch)
}
