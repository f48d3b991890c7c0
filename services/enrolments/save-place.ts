import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { lessonPlaces } from '#db/schema/index'
import { contentId } from '#domain/text'
import { command } from '../command.ts'
import { InvalidInput } from '../errors.ts'
import { lockOwnEnrolment, unitOf } from './own-enrolment.ts'
import { noteStart } from './record-completion.ts'

/** Remembers the part of a lesson that a learner reads. The furthest part never goes back. */
export const savePlace = command({
  permission: 'attempt.respond',
  input: z.strictObject({ courseId: contentId, unitId: contentId, part: contentId }),
  subject: ({ tx, reach, input }) => lockOwnEnrolment(tx, reach, input.courseId),
  run: async ({ tx, actor, now, input: { unitId, part }, subject }) => {
    const lesson = unitOf(subject.course, unitId, 'lesson')
    const number = lesson.parts.en.findIndex(({ id }) => id === part) + 1
    if (number === 0) throw new InvalidInput({ part: 'invalid' })
    await noteStart({ tx, actor, now }, subject)
    await tx
      .insert(lessonPlaces)
      .values({ enrolmentId: subject.id, unitId, part, furthestPart: number, updatedAt: now })
      .onConflictDoUpdate({
        target: [lessonPlaces.enrolmentId, lessonPlaces.unitId],
        set: { part, furthestPart: sql`greatest(${lessonPlaces.furthestPart}, ${number})`, updatedAt: now },
      })
  },
  event: null,
})
