import { and, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '#db/schema/index'
import type { AccountState } from '#domain/people/account-state'
import { query } from '../query.ts'
import { peopleWithin } from '../reach.ts'
import { accountStateAt } from './account-state.ts'

/** How many active people within reach have come how far with signing in. */
export const countAccounts = query({
  permission: 'person.manage',
  input: z.object({}),
  run: async ({ db, now, reach }): Promise<Record<Exclude<AccountState, 'inactive'>, number>> => {
    const states = db
      .select({ state: accountStateAt(now).as('state') })
      .from(people)
      .where(and(peopleWithin(reach), isNull(people.deactivatedAt)))
      .as('states')
    const rows = await db.select({ state: states.state, count: sql<number>`count(*)::int` }).from(states).groupBy(states.state)
    const counted = Object.fromEntries(rows.map(({ state, count }) => [state, count]))
    return { active: 0, invited: 0, expired: 0, uninvited: 0, ...counted }
  },
})
