import { and, eq, isNull, lt, ne, or } from 'drizzle-orm'
import { enrolments, people } from '#db/schema/index'
import { ExtendAssignment } from '#domain/assignments/schema'
import { actorId } from '../actor-id.ts'
import { command } from '../command.ts'
import { checkNotPast, moveDue } from '../enrolments/move-due.ts'
import { Conflict } from '../errors.ts'
import { peopleWithin } from '../reach.ts'
import { managedAssignment } from './managed-assignment.ts'

/** Gives everybody who still has an assignment open, but the admin who decides, until a later day; those with a later one keep it. */
export const extendAssignment = command({
  permission: 'extension.decide',
  input: ExtendAssignment,
  subject: (context) => managedAssignment(context, context.input.assignmentId),
  run: async ({ tx, actor, now, reach, input: { dueOn, reason }, subject: { assignment } }) => {
    await checkNotPast(tx, dueOn, now)
    const moving = await tx
      .select({ id: enrolments.id, personId: enrolments.personId, enrolledAt: enrolments.enrolledAt, dueOn: enrolments.dueOn })
      .from(enrolments)
      .innerJoin(people, eq(people.id, enrolments.personId))
      .where(
        and(
          eq(enrolments.assignmentId, assignment.id),
          isNull(enrolments.closedAt),
          isNull(people.deactivatedAt),
          or(isNull(enrolments.dueOn), lt(enrolments.dueOn, dueOn)),
          ne(enrolments.personId, actorId(actor)),
          peopleWithin(reach),
        ),
      )
      .for('update', { of: enrolments })
    if (moving.length === 0) throw new Conflict('nobody_to_extend')
    await moveDue(tx, moving, { dueOn, reason, decidedBy: actorId(actor), now })
    return { moved: moving.length }
  },
  event: {
    verb: 'extension.decide_all',
    of: ({ input, subject: { assignment }, result }) => ({
      subjectKind: 'assignment',
      subjectId: assignment.id,
      groupId: assignment.groupId,
      details: { to: input.dueOn, reason: input.reason, note: input.note, moved: result.moved },
    }),
  },
})
