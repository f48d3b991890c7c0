import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { lessonPlaces } from '#db/schema/index'
import { findActivity, keep } from '#domain/enrolments/activities'
import { contentId } from '#domain/text'
import { command } from '../command.ts'
import { InvalidInput } from '../errors.ts'
import { lockOwnEnrolment, unitOf } from './own-enrolment.ts'
import { noteStart } from './record-completion.ts'

/**
 * Keeps what a learner did in an activity of a lesson. Of a decision the first choice is the one made, later ones were looked at;
 * of a sort or spot the first go stands; a walk is looked at step by step.
 * @throws InvalidInput when the lesson holds no such activity, or the activity no such choice.
 */
export const choose = command({
  permission: 'attempt.respond',
  input: z.strictObject({ courseId: contentId, unitId: contentId, decision: contentId, choices: z.array(contentId).max(100) }),
  subject: ({ tx, reach, input }) => lockOwnEnrolment(tx, reach, input.courseId),
  run: async ({ tx, actor, now, input: { unitId, decision, choices }, subject }) => {
    const found = findActivity(unitOf(subject.course, unitId, 'lesson'), decision)
    if (!found) throw new InvalidInput({ decision: 'invalid' })
    const { activity, part, number } = found
    const [place] = await tx
      .select({ decisions: lessonPlaces.decisions })
      .from(lessonPlaces)
      .where(and(eq(lessonPlaces.enrolmentId, subject.id), eq(lessonPlaces.unitId, unitId)))
    const kept = keep(activity, place?.decisions[decision] ?? [], choices)
    if (!kept) throw new InvalidInput({ choice: 'invalid' })
    await noteStart({ tx, actor, now }, subject)
    const decisions = { ...place?.decisions, [decision]: kept }
    await tx
      .insert(lessonPlaces)
      .values({ enrolmentId: subject.id, unitId, part, furthestPart: number, decisions, updatedAt: now })
      .onConflictDoUpdate({
        target: [lessonPlaces.enrolmentId, lessonPlaces.unitId],
        set: { part, furthestPart: sql`greatest(${lessonPlaces.furthestPart}, ${number})`, decisions, updatedAt: now },
      })
    return { part }
  },
  event: null,
})
