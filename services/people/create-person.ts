import { people } from '#db/schema/index'
import { PersonFields } from '#domain/people/schema'
import { command } from '../command.ts'
import { conflictOn } from '../errors.ts'
import { newId } from '../new-id.ts'
import { findSupervisor, openGroup, personTaken } from './managed-person.ts'

/** Adds a person to a home group. An address or employee number that exists already is a conflict, never a silent link. */
export const createPerson = command({
  permission: 'person.manage',
  input: PersonFields,
  subject: async ({ tx, reach, input }) => ({ groupPath: (await openGroup(tx, reach, input.homeGroupId)).path }),
  run: async ({ tx, now, input, reach }) => {
    const { supervisor, ...fields } = input
    const supervisorId = await findSupervisor(tx, reach, supervisor, null)
    const id = newId()
    await tx
      .insert(people)
      .values({ id, ...fields, supervisorId, sortName: input.sortName ?? input.name, createdAt: now })
      .catch(conflictOn(personTaken))
    return { personId: id }
  },
  event: {
    verb: 'person.create',
    of: ({ input, result }) => ({ subjectKind: 'person', subjectId: result.personId, groupId: input.homeGroupId, details: { new: input } }),
  },
})
