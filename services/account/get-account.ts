import { and, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Database } from '#db/client'
import { attempts, auditDetails, auditEvents, completions, enrolments, groups, people, responses } from '#db/schema/index'
import { type ReadingReason, readingReasonOf } from '#domain/labs/reading'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { peopleWithin } from '../reach.ts'

const supervisors = alias(people, 'supervisors')
const readers = alias(people, 'readers')
const mostReadings = 10

/** What is known of oneself, and how much is recorded. */
export const getAccount = query({
  permission: 'account.manage',
  input: z.object({}),
  run: async ({ db, actor, reach }) => {
    if (actor.kind !== 'person') throw new NotFound()
    const [person] = await db
      .select({
        name: people.name,
        email: people.email,
        employeeNumber: people.employeeNumber,
        language: people.language,
        timeZone: people.timeZone,
        homeGroup: groups.name,
        supervisor: supervisors.name,
        enrolments: db.$count(enrolments, eq(enrolments.personId, people.id)),
        completions: db.$count(completions, eq(completions.personId, people.id)),
        events: db.$count(auditEvents, and(eq(auditEvents.subjectKind, 'person'), eq(auditEvents.subjectId, actor.id))),
      })
      .from(people)
      .innerJoin(groups, eq(groups.id, people.homeGroupId))
      .leftJoin(supervisors, eq(supervisors.id, people.supervisorId))
      .where(and(eq(people.id, actor.id), peopleWithin(reach)))
    const [given] = await db
      .select({ responses: count() })
      .from(responses)
      .innerJoin(attempts, eq(attempts.id, responses.attemptId))
      .innerJoin(enrolments, eq(enrolments.id, attempts.enrolmentId))
      .where(eq(enrolments.personId, actor.id))
    if (!person) throw new NotFound()
    return { ...person, responses: given?.responses ?? 0, readings: await listReadings(db, actor.id) }
  },
})

/** Who read what the person gave in a lab, when and why: the last times. No reason where none was asked yet, or it is erased. */
async function listReadings(db: Database, personId: string): Promise<{ id: string; at: Date; name: string; why: ReadingReason | null }[]> {
  const own = db
    .select({ id: sql`${attempts.id}::text` })
    .from(attempts)
    .innerJoin(enrolments, eq(enrolments.id, attempts.enrolmentId))
    .where(eq(enrolments.personId, personId))
  const found = await db
    .select({ id: auditEvents.id, at: auditEvents.at, name: readers.name, details: auditDetails.details })
    .from(auditEvents)
    .innerJoin(readers, eq(readers.id, auditEvents.actorId))
    .leftJoin(auditDetails, eq(auditDetails.eventId, auditEvents.id))
    .where(and(eq(auditEvents.subjectKind, 'attempt'), inArray(auditEvents.subjectId, own), eq(auditEvents.verb, 'lab.read')))
    .orderBy(desc(auditEvents.at))
    .limit(mostReadings)
  return found.map(({ details, ...reading }) => ({ ...reading, why: readingReasonOf(details?.['why']) }))
}
