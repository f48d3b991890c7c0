import { eq } from 'drizzle-orm'
import { groups } from '#db/schema/index'
import { OneGroup } from '#domain/groups/schema'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { lockTree, managedGroup } from './lock-tree.ts'

/** Opens a closed group again, where the one above it is open. */
export const reopenGroup = command({
  permission: 'group.manage',
  input: OneGroup,
  subject: async (context) => {
    await lockTree(context.tx)
    return managedGroup(context, context.input.groupId)
  },
  run: async ({ tx, subject: { group } }) => {
    if (!group.closedAt) throw new Conflict('group_open')
    const [parent] = group.parentId ? await tx.select().from(groups).where(eq(groups.id, group.parentId)) : []
    if (parent?.closedAt) throw new Conflict('parent_closed')
    await tx.update(groups).set({ closedAt: null }).where(eq(groups.id, group.id))
  },
  event: {
    verb: 'group.reopen',
    of: ({ subject: { group } }) => ({ subjectKind: 'group', subjectId: group.id, groupId: group.id }),
  },
})
