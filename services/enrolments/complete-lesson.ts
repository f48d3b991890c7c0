import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { completions, lessonPlaces } from '#db/schema/index'
import { isLessonComplete } from '#domain/enrolments/progress'
import { contentId } from '#domain/text'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { lockOwnEnrolment, unitOf } from './own-enrolment.ts'
import { recordCompletion } from './record-completion.ts'

/**
 * A learner says, at its end, that a lesson is read.
 * @throws Conflict `unit_complete` when it was before; `decisions_open` while a decision of it is not made.
 */
export const completeLesson = command({
  permission: 'attempt.respond',
  input: z.strictObject({ courseId: contentId, unitId: contentId }),
  subject: ({ tx, reach, input }) => lockOwnEnrolment(tx, reach, input.courseId),
  run: async ({ tx, actor, now, input: { unitId }, subject }) => {
    const lesson = unitOf(subject.course, unitId, 'lesson')
    const [earlier] = await tx
      .select({ id: completions.id })
      .from(completions)
      .where(and(eq(completions.enrolmentId, subject.id), eq(completions.unitId, unitId)))
    if (earlier) throw new Conflict('unit_complete')
    const [place] = await tx
      .select({ decisions: lessonPlaces.decisions })
      .from(lessonPlaces)
      .where(and(eq(lessonPlaces.enrolmentId, subject.id), eq(lessonPlaces.unitId, unitId)))
    const end = { part: lesson.parts.en.at(-1)?.id ?? 'p1', furthestPart: lesson.parts.en.length }
    if (!isLessonComplete(lesson, { ...end, decisions: place?.decisions ?? {} })) throw new Conflict('decisions_open')
    await tx
      .insert(lessonPlaces)
      .values({ enrolmentId: subject.id, unitId, ...end, updatedAt: now })
      .onConflictDoUpdate({ target: [lessonPlaces.enrolmentId, lessonPlaces.unitId], set: { ...end, updatedAt: now } })
    return { certificateCode: await recordCompletion({ tx, actor, now }, subject, lesson, null) }
  },
  event: {
    verb: 'unit.complete',
    of: ({ input, subject }) => ({
      subjectKind: 'enrolment',
      subjectId: subject.id,
      groupId: subject.homeGroupId,
      details: { courseId: input.courseId, unitId: input.unitId },
    }),
  },
})
