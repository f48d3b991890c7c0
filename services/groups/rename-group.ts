import { eq } from 'drizzle-orm'
import { groups } from '#db/schema/index'
import { RenameGroup } from '#domain/groups/schema'
import { command } from '../command.ts'
import { conflictOn } from '../errors.ts'
import { groupTaken, managedGroup } from './lock-tree.ts'

export const renameGroup = command({
  permission: 'group.manage',
  input: RenameGroup,
  subject: (context) => managedGroup(context, context.input.groupId),
  run: async ({ tx, input }) => {
    await tx.update(groups).set({ name: input.name }).where(eq(groups.id, input.groupId)).catch(conflictOn(groupTaken))
  },
  event: {
    verb: 'group.rename',
    of: ({ input, subject: { group } }) => ({
      subjectKind: 'group',
      subjectId: group.id,
      groupId: group.id,
      details: { old: { name: group.name }, new: { name: input.name } },
    }),
  },
})
