import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { groups, listMembers, lists, people } from '#db/schema/index'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { groupsWithin, peopleWithin } from '../reach.ts'

export const membersPerPage = 50

/** A list with one page of those on it whom the actor may see; `hidden` counts the others. */
export const getList = query({
  permission: 'group.manage',
  input: z.object({ listId: z.uuid(), page: z.int().min(1).max(100_000).default(1) }),
  run: async ({ db, reach, input: { listId, page } }) => {
    const [list] = await db
      .select({ id: lists.id, name: lists.name, groupName: groups.name })
      .from(lists)
      .innerJoin(groups, eq(groups.id, lists.groupId))
      .where(and(eq(lists.id, listId), isNull(lists.closedAt), groupsWithin(reach)))
    if (!list) throw new NotFound()
    const [counts] = await db
      .select({ all: sql<number>`count(*)::int`, seen: sql<number>`(count(*) filter (where ${peopleWithin(reach)}))::int` })
      .from(listMembers)
      .innerJoin(people, eq(people.id, listMembers.personId))
      .where(eq(listMembers.listId, listId))
    const members = await db
      .select({
        id: people.id,
        name: people.name,
        email: people.email,
        employeeNumber: people.employeeNumber,
        groupName: groups.name,
        deactivatedAt: people.deactivatedAt,
      })
      .from(listMembers)
      .innerJoin(people, eq(people.id, listMembers.personId))
      .innerJoin(groups, eq(groups.id, people.homeGroupId))
      .where(and(eq(listMembers.listId, listId), peopleWithin(reach)))
      .orderBy(asc(people.sortName), asc(people.id))
      .limit(membersPerPage)
      .offset((page - 1) * membersPerPage)
    const { all, seen } = counts ?? { all: 0, seen: 0 }
    return { ...list, members, count: seen, hidden: all - seen, page, pages: Math.max(1, Math.ceil(seen / membersPerPage)) }
  },
})
