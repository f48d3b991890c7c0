import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { attempts, completions, courses, enrolments, lessonPlaces } from '#db/schema/index'
import type { AttemptSummary } from '#domain/attempts/rules'
import type { LessonPlace } from '#domain/enrolments/progress'
import { prepared } from '../prepared.ts'

export type EnrolmentRow = typeof enrolments.$inferSelect
export interface PassageRow {
  courseId: string
  currentHash: string
  /** null: never enrolled. */
  enrolment: EnrolmentRow | null
  completions: { unitId: string | null; score: number | null; completedAt: Date; certificateCode: string | null }[]
  places: (LessonPlace & { unitId: string; updatedAt: Date })[]
  attempts: (AttemptSummary & { unitId: string; startedAt: Date; touchedAt: Date })[]
}

type AsJson<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] }

const listOf = <T>(rows: ReturnType<typeof sql>) => sql<AsJson<T>[]>`coalesce((select jsonb_agg(row) from (${rows}) row), '[]'::jsonb)`

const statement = prepared((db) =>
  db
    .select({
      courseId: courses.id,
      currentHash: courses.currentHash,
      enrolment: enrolments,
      completions: listOf<PassageRow['completions'][number]>(
        sql`select unit_id "unitId", score, completed_at "completedAt", certificate_code "certificateCode"
          from ${completions} where enrolment_id = ${enrolments.id}`,
      ),
      places: listOf<PassageRow['places'][number]>(
        sql`select unit_id "unitId", part, furthest_part "furthestPart", decisions, updated_at "updatedAt"
          from ${lessonPlaces} where enrolment_id = ${enrolments.id}`,
      ),
      attempts: listOf<PassageRow['attempts'][number]>(
        sql`select id, unit_id "unitId", status, started_at "startedAt", submitted_at "submittedAt", score, is_passed "isPassed",
          greatest(started_at, submitted_at, (select max(responded_at) from responses where attempt_id = attempts.id),
            (select max(updated_at) from drafts where attempt_id = attempts.id)) "touchedAt"
          from ${attempts} where enrolment_id = ${enrolments.id} order by number`,
      ),
    })
    .from(courses)
    .leftJoin(enrolments, and(eq(enrolments.courseId, courses.id), eq(enrolments.personId, sql.placeholder('person'))))
    .where(sql`${sql.placeholder('course')}::text is null or ${courses.id} = ${sql.placeholder('course')}`)
    .orderBy(courses.id, desc(enrolments.cycle))
    .prepare('read_passages'),
)

/**
 * Every course with a person's passages through it, newest first, in one statement: what was completed, where they stopped, what
 * they attempted.
 */
export async function readPassages(db: Database, personId: string, courseId?: string): Promise<PassageRow[]> {
  const rows = await statement(db).execute({ person: personId, course: courseId ?? null })
  return rows.map((row) => ({
    ...row,
    completions: row.completions.map((one) => ({ ...one, completedAt: new Date(one.completedAt) })),
    places: row.places.map((one) => ({ ...one, updatedAt: new Date(one.updatedAt) })),
    attempts: row.attempts.map((one) => ({
      ...one,
      startedAt: new Date(one.startedAt),
      touchedAt: new Date(one.touchedAt),
      submittedAt: one.submittedAt === null ? null : new Date(one.submittedAt),
    })),
  }))
}
