import { and, eq, isNull } from 'drizzle-orm'
import { groups, people } from '#db/schema/index'
import { OneGroup } from '#domain/groups/schema'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { lockTree, managedGroup } from './lock-tree.ts'

/** Closes a group that holds no active person and no open group: it takes nobody in any more. */
export const closeGroup = command({
  permission: 'group.manage',
  input: OneGroup,
  subject: async (context) => {
    await lockTree(context.tx)
    return managedGroup(context, context.input.groupId)
  },
  run: async ({ tx, now, subject: { group } }) => {
    if (group.parentId === null) throw new Conflict('root_stays')
    if (group.closedAt) throw new Conflict('group_closed')
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.homeGroupId, group.id), isNull(people.deactivatedAt)))
      .limit(1)
    const [child] = await tx
      .select({ id: groups.id })
      .from(groups)
      .where(and(eq(groups.parentId, group.id), isNull(groups.closedAt)))
      .limit(1)
    if (person || child) throw new Conflict('group_not_empty')
    await tx.update(groups).set({ closedAt: now }).where(eq(groups.id, group.id))
  },
  event: {
    verb: 'group.close',
    of: ({ subject: { group } }) => ({ subjectKind: 'group', subjectId: group.id, groupId: group.id }),
  },
})
