import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { courses } from '#db/schema/index'
import { contentHash, contentId } from '#domain/text'
import { command } from '../command.ts'
import { Conflict, NotFound } from '../errors.ts'

/**
 * Accepts the newly loaded version of a course: new enrolments get it from now on. `hash` is the version one has looked at.
 * @throws Conflict `course_published` when it is current already, `course_changed` when another version has been loaded since.
 */
export const publishCourse = command({
  permission: 'course.publish',
  input: z.strictObject({ courseId: contentId, hash: contentHash }),
  subject: async ({ tx, input }) => {
    const [course] = await tx.select().from(courses).where(eq(courses.id, input.courseId)).for('update')
    if (!course) throw new NotFound('course')
    return { personId: null, course }
  },
  run: async ({ tx, now, actor, input, subject: { course } }) => {
    if (course.currentHash === input.hash) throw new Conflict('course_published')
    if (course.loadedHash !== input.hash) throw new Conflict('course_changed')
    const publishedBy = actor.kind === 'person' ? actor.id : null
    await tx.update(courses).set({ currentHash: input.hash, publishedAt: now, publishedBy }).where(eq(courses.id, input.courseId))
  },
  event: {
    verb: 'course.publish',
    of: ({ input, subject: { course } }) => ({
      subjectKind: 'course',
      subjectId: input.courseId,
      groupId: null,
      details: { from: course.currentHash, to: input.hash },
    }),
  },
})
