import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { groups } from '#db/schema/index'
import type { Reach } from '#domain/policy'
import { Conflict, NotFound } from '../errors.ts'
import { groupsWithin } from '../reach.ts'

/** Whoever changes the shape of the tree waits here for their turn: two moves at once could tie a knot. Take it before reading the tree. */
export async function lockTree(tx: Transaction): Promise<void> {
  await tx.select({ id: groups.id }).from(groups).where(isNull(groups.parentId)).for('no key update')
}

/** Loads and locks a group through the actor's sight. */
export async function managedGroup({ tx, reach }: { tx: Transaction; reach: Reach }, groupId: string) {
  const [group] = await tx
    .select()
    .from(groups)
    .where(and(eq(groups.id, groupId), groupsWithin(reach)))
    .for('update')
  if (!group) throw new NotFound()
  return { groupPath: group.path, group }
}

/** The same for a group that is to take something in. */
export async function managedOpenGroup(context: { tx: Transaction; reach: Reach }, groupId: string) {
  const found = await managedGroup(context, groupId)
  if (found.group.closedAt) throw new Conflict('group_closed')
  return found
}

/** Names of unique constraints and what their violation means. */
export const groupTaken = { groups__parent_name__unique: 'group_name_taken' }
