import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { groups, people } from '#db/schema/index'
import { inTreeOrder } from '#domain/groups/tree'
import { query } from '../query.ts'
import { groupsWithin } from '../reach.ts'

export interface GroupRow {
  id: string
  parentId: string | null
  path: string[]
  name: string
  /** 0 for the topmost group within sight. */
  depth: number
  isClosed: boolean
  /** Active people whose home it is. */
  people: number
  /** Active people in it and all beneath it. */
  branchPeople: number
}

/** The tree of home groups within reach, in reading order, with the numbers of active people. */
export const listGroups = query({
  permission: 'group.read',
  input: z.object({ withClosed: z.boolean().default(false) }),
  run: async ({ db, actor, input, reach }): Promise<GroupRow[]> => {
    const direct = db.$with('direct').as(
      db
        .select({ groupId: people.homeGroupId, count: sql<number>`count(*)::int`.as('count') })
        .from(people)
        .where(sql`${people.deactivatedAt} is null`)
        .groupBy(people.homeGroupId),
    )
    const branch = db.$with('branch').as(
      db
        .select({ groupId: sql<string>`above.id`.as('above_id'), count: sql<number>`sum(${direct.count})::int`.as('branch_count') })
        .from(direct)
        .innerJoin(groups, sql`${groups.id} = ${direct.groupId}`)
        .crossJoinLateral(sql`unnest(${groups.path}) as above(id)`)
        .groupBy(sql`above.id`),
    )
    const rows = await db
      .with(direct, branch)
      .select({
        id: groups.id,
        parentId: groups.parentId,
        path: groups.path,
        name: groups.name,
        isClosed: sql<boolean>`${groups.closedAt} is not null`,
        people: sql<number>`coalesce(${direct.count}, 0)::int`,
        branchPeople: sql<number>`coalesce(${branch.count}, 0)::int`,
      })
      .from(groups)
      .leftJoin(direct, sql`${direct.groupId} = ${groups.id}`)
      .leftJoin(branch, sql`${branch.groupId} = ${groups.id}`)
      .where(sql`${groupsWithin(reach)} and (${groups.closedAt} is null or ${input.withClosed})`)
    return inTreeOrder(rows, actor.kind === 'person' ? actor.language : 'en')
  },
})
