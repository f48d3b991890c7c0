import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { enrolments, groups, people } from '#db/schema/index'
import type { Reach } from '#domain/policy'
import { Conflict, NotFound } from '../errors.ts'
import { peopleWithin } from '../reach.ts'

/** Loads and locks an open enrolment through the actor's sight. */
export async function managedEnrolment({ tx, reach }: { tx: Transaction; reach: Reach }, enrolmentId: string) {
  const [row] = await tx
    .select({ enrolment: enrolments, supervisorId: people.supervisorId, homeGroupId: people.homeGroupId, groupPath: groups.path })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .innerJoin(groups, eq(groups.id, people.homeGroupId))
    .where(and(eq(enrolments.id, enrolmentId), peopleWithin(reach)))
    .for('update', { of: enrolments })
  if (!row) throw new NotFound()
  if (row.enrolment.closedAt) throw new Conflict('enrolment_closed')
  return { personId: row.enrolment.personId, ...row }
}
