import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { groups, people } from '#db/schema/index'
import { cleanLine } from '#domain/text'
import { query } from '../query.ts'
import { peopleWithin } from '../reach.ts'
import { matchesText } from './matches-text.ts'

export interface FoundPerson {
  id: string
  name: string
  groupName: string
}

/** What pickers show of a person. */
export const foundColumns = { id: people.id, name: people.name, groupName: groups.name }

/** The first twenty active people within reach whose name, address or number holds the words. */
export const searchPeople = query({
  permission: 'person.manage',
  input: z.object({ q: z.string().max(200).transform(cleanLine) }),
  run: async ({ db, reach, input: { q } }): Promise<FoundPerson[]> => {
    if (q === '') return []
    return db
      .select(foundColumns)
      .from(people)
      .innerJoin(groups, eq(groups.id, people.homeGroupId))
      .where(and(matchesText(q), isNull(people.deactivatedAt), peopleWithin(reach)))
      .orderBy(asc(people.sortName), asc(people.id))
      .limit(20)
  },
})
