import { eq } from 'drizzle-orm'
import { people } from '#db/schema/index'
import { OnePerson } from '#domain/people/schema'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { managedPerson } from './managed-person.ts'

/** Someone comes back, with the record they had. */
export const reactivatePerson = command({
  permission: 'person.manage',
  input: OnePerson,
  subject: (context) => managedPerson(context, context.input.personId),
  run: async ({ tx, subject: { person } }) => {
    if (!person.deactivatedAt) throw new Conflict('already_active')
    await tx.update(people).set({ deactivatedAt: null }).where(eq(people.id, person.id))
  },
  event: {
    verb: 'person.reactivate',
    of: ({ subject: { person } }) => ({ subjectKind: 'person', subjectId: person.id, groupId: person.homeGroupId }),
  },
})
