import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { groups, people } from '#db/schema/index'
import { anyOf } from '../any-of.ts'
import { query } from '../query.ts'
import { peopleWithin } from '../reach.ts'
import { type FoundPerson, foundColumns } from './search-people.ts'

/** The people of these ids within reach, by name. */
export const namePeople = query({
  permission: 'person.manage',
  input: z.object({ personIds: z.array(z.uuid()).max(1000) }),
  run: async ({ db, reach, input: { personIds } }): Promise<FoundPerson[]> => {
    if (personIds.length === 0) return []
    return db
      .select(foundColumns)
      .from(people)
      .innerJoin(groups, eq(groups.id, people.homeGroupId))
      .where(and(anyOf(people.id, personIds), peopleWithin(reach)))
      .orderBy(asc(people.sortName), asc(people.id))
  },
})
