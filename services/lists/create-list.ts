import { lists } from '#db/schema/index'
import { CreateList } from '#domain/groups/schema'
import { command } from '../command.ts'
import { conflictOn } from '../errors.ts'
import { newId } from '../new-id.ts'
import { openGroup } from '../people/managed-person.ts'
import { listTaken } from './managed-list.ts'

/** Makes an empty list; those who manage the given branch see and change it. */
export const createList = command({
  permission: 'group.manage',
  input: CreateList,
  subject: async ({ tx, reach, input }) => ({ groupPath: (await openGroup(tx, reach, input.groupId)).path }),
  run: async ({ tx, now, input }) => {
    const id = newId()
    await tx.insert(lists).values({ id, name: input.name, groupId: input.groupId, createdAt: now }).catch(conflictOn(listTaken))
    return { listId: id }
  },
  event: {
    verb: 'list.create',
    of: ({ input, result }) => ({
      subjectKind: 'list',
      subjectId: result.listId,
      groupId: input.groupId,
      details: { new: { name: input.name } },
    }),
  },
})
