import { asc, count, eq, like, sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { courses, courseVersions, enrolments } from '#db/schema/index'
import { type Told, toldOf } from '#domain/catalogue/told'

/** A course version that told something on the strength of a fact. */
export interface SeenVersion {
  courseId: string
  hash: string
  loadedAt: Date
  /** Whether new enrolments get it. */
  isCurrent: boolean
  /** Enrolments in it that were begun, and those of them that were completed. */
  begun: number
  completed: number
  told: Told[]
}

/** Every version this installation ever had that rests on the fact, by course and age: what its learners saw before a fact changed. */
export async function listSeen(db: Reader, fact: string): Promise<SeenVersion[]> {
  const rows = await db
    .select({
      version: courseVersions.content,
      loadedAt: courseVersions.loadedAt,
      isCurrent: sql<boolean>`bool_or(${courses.currentHash} is not null)`,
      begun: count(enrolments.startedAt),
      completed: sql<number>`(count(*) filter (where ${enrolments.closedAs} = 'completed'))::int`,
    })
    .from(courseVersions)
    .leftJoin(courses, eq(courses.currentHash, courseVersions.hash))
    .leftJoin(enrolments, eq(enrolments.courseVersion, courseVersions.hash))
    .where(like(sql`${courseVersions.content}::text`, `%"${fact}"%`))
    .groupBy(courseVersions.hash)
    .orderBy(asc(courseVersions.courseId), asc(courseVersions.loadedAt))
  return rows
    .map(({ version, ...row }) => ({ courseId: version.id, hash: version.hash, ...row, told: toldOf(version, fact) }))
    .filter(({ told }) => told.length > 0)
}
