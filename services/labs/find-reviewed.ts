import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import { groups, people } from '#db/schema/index'
import type { Localised } from '#domain/catalogue/types'
import type { Actor, Reach } from '#domain/policy'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { findLabAttempt, type LabAttempt } from './find-lab-attempt.ts'

export const isOwn = (actor: Actor, person: { id: string }) => actor.kind === 'person' && actor.id === person.id

/** An attempt at a lab with whose it is, within reach: one's own, or one that the owner has allowed to be read. @throws NotFound */
export async function findReviewed(db: Reader, actor: Actor, reach: Reach, attemptId: string) {
  const attempt: LabAttempt = await findLabAttempt(db, reach, attemptId)
  const [person] = await db
    .select({ id: people.id, name: people.name, groupId: groups.id, group: groups.name, path: groups.path })
    .from(people)
    .innerJoin(groups, eq(groups.id, people.homeGroupId))
    .where(eq(people.id, attempt.personId))
  if (!person || !(attempt.isReadable || isOwn(actor, person))) throw new NotFound('attempt')
  const { path, ...known } = person
  return { attempt, person: known, personId: known.id, groupPath: path }
}

/** Whose attempt at which lab one is about to read: nothing of what was given, so that it can be asked why first. @throws NotFound */
export const getReviewed = query({
  permission: 'response.read',
  input: z.strictObject({ attemptId: z.uuid() }),
  run: async ({ db, actor, reach, input }): Promise<{ person: { id: string; name: string }; title: Localised; isOwn: boolean }> => {
    const { attempt, person } = await findReviewed(db, actor, reach, input.attemptId)
    if (attempt.status !== 'submitted') throw new NotFound('debrief')
    return {
      person: { id: person.id, name: person.name },
      title: attempt.unit.title,
      isOwn: isOwn(actor, person),
    }
  },
})
