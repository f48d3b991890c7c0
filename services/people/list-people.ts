import { and, asc, desc, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { groups, people, roleGrants } from '#db/schema/index'
import type { AccountState } from '#domain/people/account-state'
import { PeopleFilter } from '#domain/people/schema'
import type { Role } from '#domain/policy'
import { query } from '../query.ts'
import { peopleWithin } from '../reach.ts'
import { accountStateAt } from './account-state.ts'
import { matchesText } from './matches-text.ts'

export const peoplePerPage = 50

export interface PersonRow {
  id: string
  name: string
  email: string | null
  employeeNumber: string | null
  groupName: string
  state: AccountState
  roles: Role[]
}

const liveGrants = (now: Date, role?: SQL) =>
  and(eq(roleGrants.personId, people.id), isNull(roleGrants.revokedAt), or(isNull(roleGrants.endsAt), gt(roleGrants.endsAt, now)), role)

function matches({ q, groupId, beneath, state, role }: PeopleFilter, now: Date): SQL | undefined {
  const grants = new QueryBuilder().select({ one: sql`1` }).from(roleGrants)
  return and(
    matchesText(q),
    groupId ? (beneath === 'yes' ? sql`${groupId}::uuid = any(${groups.path})` : eq(people.homeGroupId, groupId)) : undefined,
    state === '' ? isNull(people.deactivatedAt) : state === 'any' ? undefined : sql`${accountStateAt(now)} = ${state}`,
    role === '' ? undefined : sql`exists (${grants.where(liveGrants(now, role === 'any' ? undefined : eq(roleGrants.role, role)))})`,
  )
}

const orders = {
  name: [asc(people.sortName), asc(people.id)],
  group: [asc(groups.name), asc(people.sortName), asc(people.id)],
  newest: [desc(people.createdAt), desc(people.id)],
}

/** One page of the people within reach that the filter lets through, and how many there are. */
export const listPeople = query({
  permission: 'person.manage',
  input: PeopleFilter,
  run: async ({ db, now, reach, input: filter }): Promise<{ rows: PersonRow[]; count: number; page: number; pages: number }> => {
    const where = and(peopleWithin(reach), matches(filter, now))
    const [total] = await db
      .select({ count: sql<number>`count(*)::int` })
      .from(people)
      .innerJoin(groups, eq(groups.id, people.homeGroupId))
      .where(where)
    const count = total?.count ?? 0
    const pages = Math.max(1, Math.ceil(count / peoplePerPage))
    const page = Math.min(filter.page, pages)
    const roles = new QueryBuilder()
      .select({ roles: sql`coalesce(array_agg(distinct ${roleGrants.role}), '{}')` })
      .from(roleGrants)
      .where(liveGrants(now))
    const rows = await db
      .select({
        id: people.id,
        name: people.name,
        email: people.email,
        employeeNumber: people.employeeNumber,
        groupName: groups.name,
        state: accountStateAt(now),
        roles: sql<Role[]>`(${roles})`,
      })
      .from(people)
      .innerJoin(groups, eq(groups.id, people.homeGroupId))
      .where(where)
      .orderBy(...orders[filter.sort])
      .limit(peoplePerPage)
      .offset((page - 1) * peoplePerPage)
    return { rows, count, page, pages }
  },
})
