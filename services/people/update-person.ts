import { eq } from 'drizzle-orm'
import { people } from '#db/schema/index'
import { UpdatePerson } from '#domain/people/schema'
import { tellOldAddress } from '../account/tell-old-address.ts'
import { command } from '../command.ts'
import { conflictOn } from '../errors.ts'
import { endAccess } from './end-access.ts'
import { findSupervisor, managedPerson, openGroup, personTaken } from './managed-person.ts'

type Fields = Record<string, unknown>

/** The fields that differ, before and after. */
function changes(before: Fields, after: Fields): { old: Fields; new: Fields } {
  const changed = Object.keys(after).filter((key) => before[key] !== after[key])
  const pick = (from: Fields) => Object.fromEntries(changed.map((key) => [key, from[key]]))
  return { old: pick(before), new: pick(after) }
}

/**
 * Changes what is written down about a person. Moving needs reach over both ends. A new e-mail address ends sessions and open links,
 * and the old one is told.
 */
export const updatePerson = command({
  permission: 'person.manage',
  input: UpdatePerson,
  subject: (context) => managedPerson(context, context.input.personId),
  run: async ({ tx, now, input, reach, subject: { person } }) => {
    if (input.homeGroupId !== person.homeGroupId) await openGroup(tx, reach, input.homeGroupId)
    const { personId, supervisor, ...fields } = input
    const supervisorId = await findSupervisor(tx, reach, supervisor, person)
    const values = { ...fields, supervisorId, sortName: fields.sortName ?? fields.name }
    await tx.update(people).set(values).where(eq(people.id, personId)).catch(conflictOn(personTaken))
    const hasNewAddress = person.email?.toLowerCase() !== input.email?.toLowerCase()
    if (hasNewAddress) {
      await endAccess(tx, personId, now)
      await tellOldAddress(tx, now, personId, person.email)
    }
    return { changes: changes(person, values) }
  },
  event: {
    verb: 'person.update',
    of: ({ input, result }) => ({
      subjectKind: 'person',
      subjectId: input.personId,
      groupId: input.homeGroupId,
      details: result.changes,
    }),
  },
})
