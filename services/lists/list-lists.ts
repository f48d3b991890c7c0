import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { groups, listMembers, lists, people } from '#db/schema/index'
import { query } from '../query.ts'
import { groupsWithin } from '../reach.ts'

export interface ListRow {
  id: string
  name: string
  groupName: string
  /** Active people on it. */
  people: number
}

/** The open lists within reach, by name. */
export const listLists = query({
  permission: 'group.manage',
  input: z.object({}),
  run: ({ db, reach }): Promise<ListRow[]> =>
    db
      .select({ id: lists.id, name: lists.name, groupName: groups.name, people: sql<number>`count(${people.id})::int` })
      .from(lists)
      .innerJoin(groups, eq(groups.id, lists.groupId))
      .leftJoin(listMembers, eq(listMembers.listId, lists.id))
      .leftJoin(people, and(eq(people.id, listMembers.personId), isNull(people.deactivatedAt)))
      .where(and(isNull(lists.closedAt), groupsWithin(reach)))
      .groupBy(lists.id, groups.name)
      .orderBy(asc(sql`lower(${lists.name})`), asc(lists.id)),
})
