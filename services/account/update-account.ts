import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '#db/schema/index'
import { languages } from '#domain/catalogue/types'
import { timeZone } from '#domain/people/schema'
import { command } from '../command.ts'
import { ownPerson } from './own-person.ts'

/** Changes one's own language or time zone; without a zone of one's own the organisation's counts. */
export const updateAccount = command({
  permission: 'account.manage',
  input: z.object({ language: z.enum(languages).optional(), timeZone: timeZone.nullable().optional() }),
  subject: ownPerson,
  run: async ({ tx, input, subject: { person } }) => {
    const values = {
      language: input.language ?? person.language,
      timeZone: input.timeZone === undefined ? person.timeZone : input.timeZone,
    }
    await tx.update(people).set(values).where(eq(people.id, person.id))
    return values
  },
  event: {
    verb: 'account.update',
    of: ({ subject: { person }, result }) => ({
      subjectKind: 'person',
      subjectId: person.id,
      groupId: person.homeGroupId,
      details: { old: { language: person.language, timeZone: person.timeZone }, new: result },
    }),
  },
})
