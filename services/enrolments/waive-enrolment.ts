import { waivers } from '#db/schema/index'
import { WaiveEnrolment } from '#domain/assignments/schema'
import { actorId } from '../actor-id.ts'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { newId } from '../new-id.ts'
import { closeEnrolments } from './close-enrolments.ts'
import { managedEnrolment } from './managed-enrolment.ts'

/** Counts a course as done without doing it, with a reason from the closed list. Nobody waives their own. */
export const waiveEnrolment = command({
  permission: 'waiver.grant',
  input: WaiveEnrolment,
  subject: (context) => managedEnrolment(context, context.input.enrolmentId),
  run: async ({ tx, actor, now, input, subject }) => {
    if (actorId(actor) === subject.personId) throw new Conflict('own_waiver')
    const { enrolmentId, reason } = input
    await tx.insert(waivers).values({ id: newId(), enrolmentId, reason, grantedAt: now, grantedBy: actorId(actor) })
    await closeEnrolments(tx, [enrolmentId], 'waived', now)
  },
  event: {
    verb: 'waiver.grant',
    of: ({ input, subject }) => ({
      subjectKind: 'enrolment',
      subjectId: input.enrolmentId,
      groupId: subject.homeGroupId,
      details: { personId: subject.personId, reason: input.reason, note: input.note },
    }),
  },
})
