import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { groups, lists } from '#db/schema/index'
import type { Reach } from '#domain/policy'
import { NotFound } from '../errors.ts'
import { groupsWithin } from '../reach.ts'

/** Loads and locks an open list through the actor's sight. */
export async function managedList({ tx, reach }: { tx: Transaction; reach: Reach }, listId: string) {
  const [row] = await tx
    .select({ list: lists, groupPath: groups.path })
    .from(lists)
    .innerJoin(groups, eq(groups.id, lists.groupId))
    .where(and(eq(lists.id, listId), isNull(lists.closedAt), groupsWithin(reach)))
    .for('update', { of: lists })
  if (!row) throw new NotFound()
  return row
}

/** Names of unique constraints and what their violation means. */
export const listTaken = { lists__name__unique: 'list_name_taken' }
