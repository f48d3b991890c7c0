import { and, eq, isNull } from 'drizzle-orm'
import { assignments, enrolments } from '#db/schema/index'
import { OneAssignment } from '#domain/assignments/schema'
import { actorId } from '../actor-id.ts'
import { command } from '../command.ts'
import { closeEnrolments } from '../enrolments/close-enrolments.ts'
import { managedAssignment } from './managed-assignment.ts'

/** Takes an assignment back: its open enrolments close as cancelled; what is completed or waived stays. */
export const cancelAssignment = command({
  permission: 'assignment.cancel',
  input: OneAssignment,
  subject: (context) => managedAssignment(context, context.input.assignmentId),
  run: async ({ tx, actor, now, subject: { assignment } }) => {
    const open = await tx
      .select({ id: enrolments.id })
      .from(enrolments)
      .where(and(eq(enrolments.assignmentId, assignment.id), isNull(enrolments.closedAt)))
      .for('update')
    const ids = open.map((enrolment) => enrolment.id)
    const cancelled = await closeEnrolments(tx, ids, 'cancelled', now)
    await tx
      .update(assignments)
      .set({ cancelledAt: now, cancelledBy: actorId(actor) })
      .where(eq(assignments.id, assignment.id))
    return { cancelled }
  },
  event: {
    verb: 'assignment.cancel',
    of: ({ subject: { assignment }, result }) => ({
      subjectKind: 'assignment',
      subjectId: assignment.id,
      groupId: assignment.groupId,
      details: { cancelled: result.cancelled },
    }),
  },
})
