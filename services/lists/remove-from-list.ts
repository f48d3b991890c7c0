import { and, eq } from 'drizzle-orm'
import { listMembers, people } from '#db/schema/index'
import { RemoveFromList } from '#domain/groups/schema'
import { command } from '../command.ts'
import { NotFound } from '../errors.ts'
import { peopleWithin } from '../reach.ts'
import { managedList } from './managed-list.ts'

/** Takes a person off a list; what was assigned through it stays. */
export const removeFromList = command({
  permission: 'group.manage',
  input: RemoveFromList,
  subject: (context) => managedList(context, context.input.listId),
  run: async ({ tx, reach, input: { listId, personId } }) => {
    const visible = tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), peopleWithin(reach)))
    const [person] = await visible
    if (!person) throw new NotFound()
    const removed = await tx
      .delete(listMembers)
      .where(and(eq(listMembers.listId, listId), eq(listMembers.personId, personId)))
      .returning({ personId: listMembers.personId })
    if (removed.length === 0) throw new NotFound()
  },
  event: {
    verb: 'list.remove',
    of: ({ input, subject: { list } }) => ({
      subjectKind: 'list',
      subjectId: list.id,
      groupId: list.groupId,
      details: { personId: input.personId },
    }),
  },
})
