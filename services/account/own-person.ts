import { and, eq, isNull } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client'
import { people } from '#db/schema/index'
import type { Actor, Reach } from '#domain/policy'
import { NotFound } from '../errors.ts'
import { peopleWithin } from '../reach.ts'
import { findOpenToken } from '../tokens/spend-token.ts'

export type OwnPerson = typeof people.$inferSelect

/** The row of the person asking. */
export async function findActor(db: Reader, actor: Actor): Promise<OwnPerson> {
  const [person] = actor.kind === 'person' ? await db.select().from(people).where(eq(people.id, actor.id)) : []
  if (!person) throw new NotFound()
  return person
}

/** The row of the person asking, locked. */
export async function ownPerson({ tx, actor, reach }: { tx: Transaction; actor: Actor; reach: Reach }) {
  if (actor.kind !== 'person') throw new NotFound()
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, actor.id), peopleWithin(reach)))
    .for('update')
  if (!person) throw new NotFound()
  return { personId: person.id, person }
}

/** The row of the active person an open link is for, locked; null when the link is not open (any more). */
export async function personOfLink(db: Reader, kind: 'invitation' | 'reset', token: string, now: Date): Promise<OwnPerson | null> {
  const link = await findOpenToken(db, kind, token, now)
  if (!link?.personId) return null
  const [person] = await db
    .select()
    .from(people)
    .where(and(eq(people.id, link.personId), isNull(people.deactivatedAt)))
    .for('update')
  return person ?? null
}
