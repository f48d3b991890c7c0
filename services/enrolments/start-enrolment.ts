import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { enrolments, people } from '#db/schema/index'
import { contentId } from '#domain/text'
import { currentHashOf } from '../catalogue/get-course.ts'
import { command } from '../command.ts'
import { conflictOn, NotFound } from '../errors.ts'
import { newId } from '../new-id.ts'

/** A learner enrols in a course of the catalogue. @throws Conflict `already_enrolled` while an enrolment in it is open. */
export const startEnrolment = command({
  permission: 'enrolment.start',
  input: z.strictObject({ courseId: contentId }),
  subject: async ({ tx, actor }) => {
    if (actor.kind !== 'person') throw new NotFound('person')
    const [person] = await tx.select({ homeGroupId: people.homeGroupId }).from(people).where(eq(people.id, actor.id))
    if (!person) throw new NotFound('person')
    return { personId: actor.id, ...person }
  },
  run: async ({ tx, now, input: { courseId }, subject: { personId } }) => {
    const courseVersion = await currentHashOf(tx, courseId)
    const id = newId()
    const cycle = sql<number>`(select coalesce(max(cycle), 0) + 1 from enrolments where person_id = ${personId} and course_id = ${courseId})`
    await tx
      .insert(enrolments)
      .values({ id, personId, courseId, courseVersion, cycle, enrolledAt: now })
      .catch(conflictOn({ enrolments__open__unique: 'already_enrolled', enrolments__cycle__unique: 'already_enrolled' }))
    return { id, courseVersion }
  },
  event: {
    verb: 'enrolment.start',
    of: ({ input, subject, result }) => ({
      subjectKind: 'enrolment',
      subjectId: result.id,
      groupId: subject.homeGroupId,
      details: { courseId: input.courseId, courseVersion: result.courseVersion },
    }),
  },
})
