import { eq } from 'drizzle-orm'
import { people } from '#db/schema/index'
import { OnePerson } from '#domain/people/schema'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { keepAnOwner, lockOwnership } from '../roles/owners.ts'
import { endAccess } from './end-access.ts'
import { managedPerson } from './managed-person.ts'

/** Someone leaves: sessions and open links end at once, records stay. The last active owner cannot. */
export const deactivatePerson = command({
  permission: 'person.manage',
  input: OnePerson,
  subject: async (context) => {
    await lockOwnership(context.tx)
    return managedPerson(context, context.input.personId)
  },
  run: async ({ tx, actor, now, subject: { person } }) => {
    if (actor.kind === 'person' && actor.id === person.id) throw new Conflict('own_deactivation')
    if (person.deactivatedAt) throw new Conflict('already_inactive')
    await keepAnOwner(tx, person.id, now)
    await tx.update(people).set({ deactivatedAt: now }).where(eq(people.id, person.id))
    await endAccess(tx, person.id, now)
  },
  event: {
    verb: 'person.deactivate',
    of: ({ subject: { person } }) => ({ subjectKind: 'person', subjectId: person.id, groupId: person.homeGroupId }),
  },
})
