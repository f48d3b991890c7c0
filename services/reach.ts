import { arrayOverlaps, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { groups, people } from '#db/schema/index'
import type { Reach } from '#domain/policy'

/** The one place that turns "whose rows" into a WHERE clause. Each returns `false` in SQL for a reach of nothing. */

const everything = sql`true`
const nothing = sql`false`

/** Rows of `groups` within reach. */
export function groupsWithin(reach: Reach): SQL {
  if (reach.all) return everything
  return reach.branches.length > 0 ? arrayOverlaps(groups.path, reach.branches) : nothing
}

/** Rows whose column holds the id of a group within reach. */
export function inGroupsWithin(reach: Reach, column: typeof people.homeGroupId | SQL | Parameters<typeof inArray>[0]): SQL {
  if (reach.all) return everything
  if (reach.branches.length === 0) return nothing
  return inArray(column as SQL, new QueryBuilder().select({ id: groups.id }).from(groups).where(groupsWithin(reach)))
}

/** Rows of `people` within reach: one's own, one's direct reports', a branch's. */
export function peopleWithin(reach: Reach): SQL {
  if (reach.all) return everything
  const parts = [
    reach.own ? eq(people.id, reach.own) : undefined,
    reach.reportsOf ? eq(people.supervisorId, reach.reportsOf) : undefined,
    reach.branches.length > 0 ? inGroupsWithin(reach, people.homeGroupId) : undefined,
  ]
  return or(...parts) ?? nothing
}
