import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { courses, courseVersions } from '#db/schema/index'
import type { CourseVersion } from '#domain/catalogue/types'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'

/**
 * Keeps a compiled course version. The first version of a course is current at once; a later one waits for `course.publish`.
 * @throws Conflict `course_loaded` when this version is the one last loaded.
 */
export const loadVersion = command({
  permission: 'course.load',
  input: z.strictObject({ version: z.custom<CourseVersion>() }),
  subject: async ({ tx, input: { version } }) => {
    // Several processes may start at once: the first does it, the others find it done.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('course.load'))`)
    const [course] = await tx.select().from(courses).where(eq(courses.id, version.id))
    if (course?.loadedHash === version.hash) throw new Conflict('course_loaded')
    return { personId: null, isFirst: !course }
  },
  run: async ({ tx, now, input: { version } }) => {
    const { hash, id } = version
    await tx.insert(courseVersions).values({ hash, courseId: id, content: version, loadedAt: now }).onConflictDoNothing()
    await tx
      .insert(courses)
      .values({ id, currentHash: hash, loadedHash: hash, publishedAt: now })
      .onConflictDoUpdate({ target: courses.id, set: { loadedHash: hash } })
  },
  event: {
    verb: 'course.load',
    of: ({ input: { version }, subject }) => ({
      subjectKind: 'course',
      subjectId: version.id,
      groupId: null,
      details: { hash: version.hash, isCurrent: subject.isFirst },
    }),
  },
})
