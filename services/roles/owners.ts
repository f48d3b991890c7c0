import { and, eq, gt, isNull, or } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { organisation, people, roleGrants } from '#db/schema/index'
import { Conflict } from '../errors.ts'

/** Everything that could end ownership waits here for its turn. Take it before any other lock. */
export async function lockOwnership(tx: Transaction): Promise<void> {
  await tx.select({ id: organisation.id }).from(organisation).for('no key update')
}

/** Refuses what would leave the organisation without an active owner. Ask only after `lockOwnership`. @throws Conflict `last_owner` */
export async function keepAnOwner(tx: Transaction, leavingId: string, now: Date): Promise<void> {
  const owners = await tx
    .select({ personId: roleGrants.personId })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.role, 'owner'),
        isNull(roleGrants.revokedAt),
        or(isNull(roleGrants.endsAt), gt(roleGrants.endsAt, now)),
        isNull(people.deactivatedAt),
      ),
    )
  if (owners.length > 0 && owners.every(({ personId }) => personId === leavingId)) throw new Conflict('last_owner')
}
