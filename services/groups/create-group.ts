import { groups } from '#db/schema/index'
import { CreateGroup } from '#domain/groups/schema'
import { command } from '../command.ts'
import { conflictOn } from '../errors.ts'
import { newId } from '../new-id.ts'
import { groupTaken, lockTree, managedOpenGroup } from './lock-tree.ts'

/** Hangs a new group under another. */
export const createGroup = command({
  permission: 'group.manage',
  input: CreateGroup,
  subject: async (context) => {
    await lockTree(context.tx)
    return managedOpenGroup(context, context.input.parentId)
  },
  run: async ({ tx, now, input, subject: { group: parent } }) => {
    const id = newId()
    await tx
      .insert(groups)
      .values({ id, parentId: parent.id, name: input.name, path: [...parent.path, id], createdAt: now })
      .catch(conflictOn(groupTaken))
    return { groupId: id }
  },
  event: {
    verb: 'group.create',
    of: ({ input, result }) => ({ subjectKind: 'group', subjectId: result.groupId, groupId: result.groupId, details: { new: input } }),
  },
})
