import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { courseVersions, enrolments, people } from '#db/schema/index'
import type { Localised } from '#domain/catalogue/types'
import type { Status } from '#domain/enrolments/status'
import { listed } from './read-people.ts'
import type { ReadableScope } from './scope.ts'
import { statusAt } from './status-sql.ts'
import { timesIn } from './times-in.ts'

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

const perBatch = 2000

type Place = { sortName: string; id: string } | null

/**
 * The rows of a filter by name, a batch at a time, each found by the last of the one before: memory stays flat and no connection is held.
 * While one batch is used the next is read.
 */
export async function* exportRows(db: Database, scope: ReadableScope): AsyncGenerator<ExportRow[]> {
  const [titles, complete] = [await readTitles(db, scope), rowsIn(scope)]
  let reading: ReturnType<typeof readBatch> | null = readBatch(db, scope, null)
  while (reading) {
    const batch: RawRow[] = await reading
    const end = batch.length < perBatch ? undefined : batch.at(-1)
    reading = end ? readBatch(db, scope, { sortName: end[0], id: end[1] }) : null
    reading?.catch(() => undefined) // told when it is waited for, which a download broken off does not
    yield batch.map((row) => complete(row, titles))
  }
}

/** Makes rows of what the database gives. Names of groups and days are worked out once for all rows that share them. */
function rowsIn({ groups, timeZone }: ReadableScope) {
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  const paths = new Map(groups.map(({ id, path }) => [id, path.flatMap((above) => names.get(above) ?? [])]))
  const timeOf = timesIn(timeZone)
  const none = { en: '', ja: '' }
  return (raw: RawRow, titles: Map<string, Localised>): ExportRow => {
    const [, personId, name, employeeNumber, email, homeGroupId, courseVersion, cycle, status, enrolledAt, dueAt, ...rest] = raw
    const [startedAt, closedAt, score, unitsDone] = rest
    return {
      ...{ personId, name, employeeNumber, email, courseVersion, cycle, status, enrolledAt, startedAt, closedAt, score, unitsDone },
      groupPath: paths.get(homeGroupId) ?? [],
      courseTitle: titles.get(courseVersion) ?? none,
      dueOn: dueAt && timeOf(dueAt).slice(0, 10),
    }
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

/** The columns of `select`, in order, as the driver reads them. */
type RawRow = [
  sortName: string,
  personId: string,
  name: string,
  employeeNumber: string | null,
  email: string | null,
  homeGroupId: string,
  courseVersion: string,
  cycle: number,
  status: Status,
  enrolledAt: Date,
  dueAt: Date | null,
  startedAt: Date | null,
  closedAt: Date | null,
  score: number | null,
  unitsDone: number,
]

/** Read by the driver itself: to make an object of every row first would cost more than the database does. */
async function readBatch(db: Database, scope: ReadableScope, last: Place): Promise<RawRow[]> {
  const { sql: text, params } = db
    .select({
      sortName: people.sortName,
      personId: people.id,
      name: people.name,
      employeeNumber: people.employeeNumber,
      email: people.email,
      homeGroupId: people.homeGroupId,
      courseVersion: enrolments.courseVersion,
      cycle: enrolments.cycle,
      status: statusAt(scope.moment),
      enrolledAt: enrolments.enrolledAt,
      dueAt: enrolments.dueAt,
      startedAt: enrolments.startedAt,
      closedAt: enrolments.closedAt,
      score: enrolments.score,
      unitsDone: enrolments.unitsDone,
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(and(listed(scope), last ? sql`(${people.sortName}, ${people.id}) > (${last.sortName}, ${last.id}::uuid)` : undefined))
    .orderBy(asc(people.sortName), asc(people.id))
    .limit(perBatch)
    .toSQL()
  const { rows } = await db.$client.query<RawRow>({ text, values: params, rowMode: 'array' })
  return rows
}
