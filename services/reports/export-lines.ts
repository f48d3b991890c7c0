import { and, asc, eq, max, min, type SQL, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { courseVersions, enrolments, people } from '#db/schema/index'
import type { Language, Localised } from '#domain/catalogue/types'
import { csvLine } from './completion-csv.ts'
import { listed } from './read-people.ts'
import type { ReadableScope } from './scope.ts'

/** How many lines are read at once, about 0.6 MB: the index gives the next so many in order, where the whole would have to be sorted. */
const usualBatch = 2_000

interface Batch {
  lines: string
  /** Where the next begins; null after the last. */
  last: { sortName: string; id: string } | null
}

/**
 * The lines of a filter by name, a batch at a time, each found by the last of the one before: memory stays flat and no connection is held.
 * While one batch is sent the next is read.
 */
export async function* exportLines(db: Database, scope: ReadableScope, language: Language, perBatch = usualBatch): AsyncGenerator<string> {
  const line = csvLine(scope, { language, ...(await readShared(db, scope)) })
  const readAfter = (last: Batch['last']) => readBatch(db, scope, line, last, perBatch)
  let reading: Promise<Batch> | null = readAfter(null)
  while (reading) {
    const { lines, last }: Batch = await reading
    reading = last ? readAfter(last) : null
    reading?.catch(() => undefined) // told when it is waited for, which a download broken off does not
    yield lines
  }
}

/** The title of each version of the course, for a version is large and none is unpacked for every row; and between which moments all is. */
async function readShared(db: Database, { course, now }: ReadableScope): Promise<{ titles: Map<string, Localised>; from: Date; to: Date }> {
  const courseId = course?.id ?? ''
  const [versions, [bounds]] = await Promise.all([
    db
      .select({ hash: courseVersions.hash, title: sql<Localised>`${courseVersions.content} -> 'title'` })
      .from(courseVersions)
      .where(eq(courseVersions.courseId, courseId)),
    db
      .select({ from: min(enrolments.enrolledAt), due: max(enrolments.dueAt), closed: max(enrolments.closedAt) })
      .from(enrolments)
      .where(eq(enrolments.courseId, courseId)),
  ])
  const to = Math.max(now.getTime(), bounds?.due?.getTime() ?? 0, bounds?.closed?.getTime() ?? 0)
  return { titles: new Map(versions.map(({ hash, title }) => [hash, title])), from: bounds?.from ?? now, to: new Date(to) }
}

async function readBatch(db: Database, scope: ReadableScope, line: SQL<string>, after: Batch['last'], perBatch: number): Promise<Batch> {
  const row = db
    .select({ sortName: people.sortName, id: people.id, line: line.as('line') })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(and(listed(scope), after ? sql`(${people.sortName}, ${people.id}) > (${after.sortName}, ${after.id}::uuid)` : undefined))
    .orderBy(asc(people.sortName), asc(people.id))
    .limit(perBatch)
    .as('row') // an aggregate over an ordered query takes its rows in that order
  const [batch] = await db
    .select({
      lines: sql<string>`coalesce(string_agg(${row.line}, ''), '')`,
      rows: sql<number>`count(*)::int`,
      sortName: sql<string>`(array_agg(${row.sortName}))[count(*)]`,
      id: sql<string>`(array_agg(${row.id}))[count(*)]`,
    })
    .from(row)
  if (!batch) return { lines: '', last: null }
  return { lines: batch.lines, last: batch.rows < perBatch ? null : { sortName: batch.sortName, id: batch.id } }
}
