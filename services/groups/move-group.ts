import { sql } from 'drizzle-orm'
import { groups } from '#db/schema/index'
import { MoveGroup } from '#domain/groups/schema'
import { refuseMove } from '#domain/groups/tree'
import { isWithin } from '#domain/policy'
import { command } from '../command.ts'
import { Conflict, conflictOn, NotFound } from '../errors.ts'
import { groupTaken, lockTree, managedGroup, managedOpenGroup } from './lock-tree.ts'

/** Hangs a group, with all beneath it, under another. Needs reach over both ends. */
export const moveGroup = command({
  permission: 'group.manage',
  input: MoveGroup,
  subject: async (context) => {
    await lockTree(context.tx)
    return managedGroup(context, context.input.groupId)
  },
  run: async ({ tx, input, reach, subject: { group } }) => {
    const { group: parent } = await managedOpenGroup({ tx, reach }, input.parentId)
    const refusal = refuseMove(group, parent)
    if (refusal) throw new Conflict(refusal)
    if (!isWithin(reach, { groupPath: group.path.slice(0, -1) })) throw new NotFound()
    // Every group of the branch keeps the part of its path from the moved group on, below the new parent's path.
    await tx
      .update(groups)
      .set({
        parentId: sql`case when ${groups.id} = ${group.id} then ${parent.id}::uuid else ${groups.parentId} end`,
        path: sql`${sql.param(parent.path)}::uuid[] || ${groups.path}[${group.path.length}::int:]`,
      })
      .where(sql`${groups.path} @> array[${group.id}]::uuid[]`)
      .catch(conflictOn(groupTaken))
  },
  event: {
    verb: 'group.move',
    of: ({ input, subject: { group } }) => ({
      subjectKind: 'group',
      subjectId: group.id,
      groupId: group.id,
      details: { old: { parentId: group.parentId }, new: { parentId: input.parentId } },
    }),
  },
})
