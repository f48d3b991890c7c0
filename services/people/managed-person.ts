import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { groups, people, roleGrants } from '#db/schema/index'
import { type Actor, can, type Reach } from '#domain/policy'
import { Conflict, Forbidden, InvalidInput, NotFound } from '../errors.ts'
import { groupsWithin, peopleWithin } from '../reach.ts'

export interface ManagedPerson {
  personId: string
  supervisorId: string | null
  groupPath: string[]
  person: typeof people.$inferSelect
}

/** Loads and locks a person through the actor's sight. Whoever holds a role is managed by those who may grant roles. */
export async function managedPerson(
  { tx, actor, now, reach }: { tx: Transaction; actor: Actor; now: Date; reach: Reach },
  personId: string,
): Promise<ManagedPerson> {
  const [row] = await tx
    .select({ person: people, groupPath: groups.path })
    .from(people)
    .innerJoin(groups, eq(groups.id, people.homeGroupId))
    .where(and(eq(people.id, personId), peopleWithin(reach)))
    .for('update', { of: people })
  if (!row) throw new NotFound()
  if ((await holdsRole(tx, personId, now)) && !can(actor, 'role.grant', {})) throw new Forbidden('role.grant')
  return { personId, supervisorId: row.person.supervisorId, ...row }
}

async function holdsRole(tx: Transaction, personId: string, now: Date): Promise<boolean> {
  const live = and(isNull(roleGrants.revokedAt), or(isNull(roleGrants.endsAt), gt(roleGrants.endsAt, now)))
  const [grant] = await tx
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, personId), live))
    .limit(1)
  return grant !== undefined
}

/** A group that takes people in: within reach and not closed. Held against being closed or moved until the end of the transaction. */
export async function openGroup(tx: Transaction, reach: Reach, groupId: string): Promise<{ id: string; path: string[] }> {
  const [group] = await tx
    .select({ id: groups.id, path: groups.path, closedAt: groups.closedAt })
    .from(groups)
    .where(and(eq(groups.id, groupId), groupsWithin(reach)))
    .for('share')
  if (!group) throw new NotFound()
  if (group.closedAt) throw new Conflict('group_closed')
  return group
}

/**
 * Finds a supervisor by e-mail address or employee number: an active person whom the actor may see, or the one there is already.
 * @throws InvalidInput for the field `supervisor`
 */
export async function findSupervisor(
  tx: Transaction,
  reach: Reach,
  named: string | null,
  of: { id: string; supervisorId: string | null } | null,
): Promise<string | null> {
  if (named === null) return null
  const name = sql`lower(${named})`
  const isNamed = or(eq(sql`lower(${people.email})`, name), eq(sql`lower(${people.employeeNumber})`, name))
  const isEligible = and(isNull(people.deactivatedAt), peopleWithin(reach))
  const isCurrent = of?.supervisorId ? eq(people.id, of.supervisorId) : undefined
  const [found] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(isNamed, or(isEligible, isCurrent)))
  if (!found) throw new InvalidInput({ supervisor: 'person_unknown' })
  if (found.id === of?.id) throw new InvalidInput({ supervisor: 'own_supervisor' })
  return found.id
}

/** Names of unique constraints and what their violation means. */
export const personTaken = {
  people__email__unique: 'email_taken',
  people__employee_number__unique: 'employee_number_taken',
}
