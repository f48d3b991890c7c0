import { eq } from 'drizzle-orm'
import { lists } from '#db/schema/index'
import { OneList } from '#domain/groups/schema'
import { command } from '../command.ts'
import { managedList } from './managed-list.ts'

/** Closes a list: it can be assigned to no more; what was assigned through it stays. */
export const closeList = command({
  permission: 'group.manage',
  input: OneList,
  subject: (context) => managedList(context, context.input.listId),
  run: async ({ tx, now, input }) => {
    await tx.update(lists).set({ closedAt: now }).where(eq(lists.id, input.listId))
  },
  event: {
    verb: 'list.close',
    of: ({ subject: { list } }) => ({ subjectKind: 'list', subjectId: list.id, groupId: list.groupId }),
  },
})
