import { ExtendEnrolment } from '#domain/assignments/schema'
import { actorId } from '../actor-id.ts'
import { command } from '../command.ts'
import { Conflict, InvalidInput } from '../errors.ts'
import { managedEnrolment } from './managed-enrolment.ts'
import { checkNotPast, moveDue } from './move-due.ts'

/** Gives one person until a later day, with a reason from the closed list. Nobody extends their own. */
export const extendEnrolment = command({
  permission: 'extension.decide',
  input: ExtendEnrolment,
  subject: (context) => managedEnrolment(context, context.input.enrolmentId),
  run: async ({ tx, actor, now, input: { dueOn, reason }, subject: { enrolment } }) => {
    if (actorId(actor) === enrolment.personId) throw new Conflict('own_extension')
    await checkNotPast(tx, dueOn, now)
    if (enrolment.dueOn !== null && dueOn <= enrolment.dueOn) throw new InvalidInput({ dueOn: 'not_later' })
    await moveDue(tx, [enrolment], { dueOn, reason, decidedBy: actorId(actor), now })
  },
  event: {
    verb: 'extension.decide',
    of: ({ input, subject }) => ({
      subjectKind: 'enrolment',
      subjectId: input.enrolmentId,
      groupId: subject.homeGroupId,
      details: {
        personId: subject.personId,
        from: subject.enrolment.dueOn,
        to: input.dueOn,
        reason: input.reason,
        note: input.note,
      },
    }),
  },
})
