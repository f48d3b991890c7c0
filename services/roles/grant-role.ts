import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import { people, roleGrants } from '#db/schema/index'
import { dayOf, endOfDay } from '#domain/calendar'
import { GrantRole } from '#domain/people/schema'
import { command } from '../command.ts'
import { Conflict, conflictOn, InvalidInput, NotFound } from '../errors.ts'
import { newId } from '../new-id.ts'
import { organisationZone } from '../organisation/organisation-zone.ts'
import { openGroup } from '../people/managed-person.ts'

/** Gives a person a role for a branch or the whole organisation, at once. Nobody changes their own. */
export const grantRole = command({
  permission: 'role.grant',
  input: GrantRole,
  subject: async ({ tx, input }) => {
    const [person] = await tx.select().from(people).where(eq(people.id, input.personId)).for('update')
    if (!person) throw new NotFound()
    return { personId: person.id, person }
  },
  run: async ({ tx, actor, now, input, reach, subject: { person } }) => {
    if (actor.kind === 'person' && actor.id === person.id) throw new Conflict('own_role')
    if (person.deactivatedAt) throw new Conflict('already_inactive')
    if (input.groupId) await openGroup(tx, reach, input.groupId)
    const zone = await organisationZone(tx)
    if (input.endsOn !== null && input.endsOn < dayOf(now, zone)) throw new InvalidInput({ endsOn: 'past' })
    const { personId, role, groupId } = input
    const same = and(
      eq(roleGrants.personId, personId),
      eq(roleGrants.role, role),
      sql`${roleGrants.groupId} is not distinct from ${groupId}`,
    )
    // A grant that ended by itself is closed first, so that the same may be given anew.
    await tx
      .update(roleGrants)
      .set({ revokedAt: sql`${roleGrants.endsAt}` })
      .where(and(same, isNull(roleGrants.revokedAt), lte(roleGrants.endsAt, now)))
    const grantedBy = actor.kind === 'person' ? actor.id : null
    const endsAt = input.endsOn === null ? null : endOfDay(input.endsOn, zone)
    await tx
      .insert(roleGrants)
      .values({ id: newId(), personId, role, groupId, grantedAt: now, grantedBy, endsAt })
      .catch(conflictOn({ role_grants__live__unique: 'role_held' }))
  },
  event: {
    verb: 'role.grant',
    of: ({ input, subject: { person } }) => ({
      subjectKind: 'person',
      subjectId: person.id,
      groupId: person.homeGroupId,
      details: { role: input.role, groupId: input.groupId, endsOn: input.endsOn },
    }),
  },
})
