import { eq } from 'drizzle-orm'
import { lists } from '#db/schema/index'
import { RenameList } from '#domain/groups/schema'
import { command } from '../command.ts'
import { conflictOn } from '../errors.ts'
import { listTaken, managedList } from './managed-list.ts'

export const renameList = command({
  permission: 'group.manage',
  input: RenameList,
  subject: (context) => managedList(context, context.input.listId),
  run: async ({ tx, input }) => {
    await tx.update(lists).set({ name: input.name }).where(eq(lists.id, input.listId)).catch(conflictOn(listTaken))
  },
  event: {
    verb: 'list.rename',
    of: ({ input, subject: { list } }) => ({
      subjectKind: 'list',
      subjectId: list.id,
      groupId: list.groupId,
      details: { old: { name: list.name }, new: { name: input.name } },
    }),
  },
})
