import { asc } from 'drizzle-orm'
import { z } from 'zod'
import { courses } from '#db/schema/index'
import { type CourseOutline, outlineOf } from '#domain/catalogue/outline'
import { query } from '../query.ts'
import { getVersions } from './get-version.ts'

export interface ListedCourse {
  /** The version that new enrolments get. */
  current: CourseOutline
  /** The hash of a newly loaded version that waits to be accepted, or null. */
  waitingHash: string | null
  publishedAt: Date
}

/** Every course of the catalogue, by its id. */
export const listCourses = query({
  permission: 'course.read',
  input: z.strictObject({}),
  run: async ({ db }): Promise<ListedCourse[]> => {
    const rows = await db.select().from(courses).orderBy(asc(courses.id))
    const versions = await getVersions(
      db,
      rows.map(({ currentHash }) => currentHash),
    )
    return versions.map((version, index) => {
      const { loadedHash, publishedAt } = rows[index] as (typeof rows)[number]
      return { current: outlineOf(version), waitingHash: loadedHash === version.hash ? null : loadedHash, publishedAt }
    })
  },
})
