import { leaves } from '#db/schema/index'
import { RecordLeave } from '#domain/people/schema'
import { actorId } from '../actor-id.ts'
import { command } from '../command.ts'
import { refreshDue } from '../enrolments/refresh-due.ts'
import { newId } from '../new-id.ts'
import { managedPerson } from './managed-person.ts'

/** Enters leave between two days: no reminders then, and open due dates move by as many days. */
export const recordLeave = command({
  permission: 'person.manage',
  input: RecordLeave,
  subject: (context) => managedPerson(context, context.input.personId),
  run: async ({ tx, actor, now, input }) => {
    const id = newId()
    await tx.insert(leaves).values({ id, ...input, createdAt: now, createdBy: actorId(actor) })
    return { leaveId: id, moved: await refreshDue(tx, input.personId) }
  },
  event: {
    verb: 'leave.record',
    of: ({ input, result, subject: { person } }) => ({
      subjectKind: 'person',
      subjectId: person.id,
      groupId: person.homeGroupId,
      details: { leaveId: result.leaveId, startsOn: input.startsOn, endsOn: input.endsOn, moved: result.moved },
    }),
  },
})
