import { and, eq, isNull } from 'drizzle-orm'
import { people, roleGrants } from '#db/schema/index'
import { RevokeRole } from '#domain/people/schema'
import { command } from '../command.ts'
import { Conflict, NotFound } from '../errors.ts'
import { keepAnOwner, lockOwnership } from './owners.ts'

/** Takes a role away, at once. Nobody changes their own; the last active owner stays one. */
export const revokeRole = command({
  permission: 'role.grant',
  input: RevokeRole,
  subject: async ({ tx, input }) => {
    await lockOwnership(tx)
    const [row] = await tx
      .select({ grant: roleGrants, homeGroupId: people.homeGroupId })
      .from(roleGrants)
      .innerJoin(people, eq(people.id, roleGrants.personId))
      .where(and(eq(roleGrants.id, input.grantId), isNull(roleGrants.revokedAt)))
      .for('update', { of: roleGrants })
    if (!row) throw new NotFound()
    return { personId: row.grant.personId, ...row }
  },
  run: async ({ tx, actor, now, subject: { grant } }) => {
    const actorId = actor.kind === 'person' ? actor.id : null
    if (actorId === grant.personId) throw new Conflict('own_role')
    if (grant.role === 'owner') await keepAnOwner(tx, grant.personId, now)
    await tx.update(roleGrants).set({ revokedAt: now, revokedBy: actorId }).where(eq(roleGrants.id, grant.id))
  },
  event: {
    verb: 'role.revoke',
    of: ({ subject: { grant, homeGroupId } }) => ({
      subjectKind: 'person',
      subjectId: grant.personId,
      groupId: homeGroupId,
      details: { role: grant.role, groupId: grant.groupId },
    }),
  },
})
