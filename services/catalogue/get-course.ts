import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import { courses } from '#db/schema/index'
import { type CourseOutline, outlineOf } from '#domain/catalogue/outline'
import { contentHash, contentId } from '#domain/text'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { getVersion } from './get-version.ts'

/** The outline of a course: of the version named by `hash`, else of the current one. */
export const getCourse = query({
  permission: 'course.read',
  input: z.strictObject({ courseId: contentId, hash: contentHash.optional() }),
  run: async ({ db, input }): Promise<CourseOutline> => {
    const version = await getVersion(db, input.hash ?? (await currentHashOf(db, input.courseId)))
    if (version.id !== input.courseId) throw new NotFound('course')
    return outlineOf(version)
  },
})

/** The hash of the version that new enrolments get. @throws NotFound */
export async function currentHashOf(db: Reader, courseId: string): Promise<string> {
  const [row] = await db.select({ hash: courses.currentHash }).from(courses).where(eq(courses.id, courseId))
  if (!row) throw new NotFound('course')
  return row.hash
}
