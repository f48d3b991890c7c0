import { eq } from 'drizzle-orm'
import { leaves } from '#db/schema/index'
import { RemoveLeave } from '#domain/people/schema'
import { command } from '../command.ts'
import { refreshDue } from '../enrolments/refresh-due.ts'
import { NotFound } from '../errors.ts'
import { managedPerson } from './managed-person.ts'

/** Takes leave back; due dates move back with it. */
export const removeLeave = command({
  permission: 'person.manage',
  input: RemoveLeave,
  subject: async (context) => {
    const [leave] = await context.tx.select().from(leaves).where(eq(leaves.id, context.input.leaveId))
    if (!leave) throw new NotFound()
    return { ...(await managedPerson(context, leave.personId)), leave }
  },
  run: async ({ tx, subject: { leave } }) => {
    await tx.delete(leaves).where(eq(leaves.id, leave.id))
    return { moved: await refreshDue(tx, leave.personId) }
  },
  event: {
    verb: 'leave.remove',
    of: ({ subject: { person, leave }, result }) => ({
      subjectKind: 'person',
      subjectId: person.id,
      groupId: person.homeGroupId,
      details: { startsOn: leave.startsOn, endsOn: leave.endsOn, moved: result.moved },
    }),
  },
})
