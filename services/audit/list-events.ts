import { and, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import {
  assignments,
  attempts,
  auditDetails,
  auditEvents,
  courses,
  courseVersions,
  enrolments,
  groups,
  lists,
  people,
} from '#db/schema/index'
import { AuditFilter } from '#domain/audit/filter'
import { endOfDay, startOfDay } from '#domain/calendar'
import type { Localised } from '#domain/catalogue/types'
import { query } from '../query.ts'
import { inGroupsWithin } from '../reach.ts'
import { hashDetails } from './append-events.ts'

export const eventsPerPage = 50

/** What an event happened to, as far as it is still known. */
export interface EventSubject {
  kind: string
  id: string | null
  /** A person's, group's or list's name; for an enrolment or attempt its person's. */
  name: string | null
  personId: string | null
  courseTitle: Localised | null
}
/** `intact`: the details match the hash in the event; `changed`: they do not. */
export type EventDetails = { state: 'intact' | 'changed'; details: Record<string, unknown> } | { state: 'erased' }

export interface EventRow {
  id: string
  at: Date
  verb: string
  actor: { kind: 'person' | 'system' | 'anonymous'; id: string | null; name: string | null }
  subject: EventSubject
  details: EventDetails
  detailsHash: string
}
export interface EventPage {
  /** Newest first. */
  events: EventRow[]
  /** The event that the next page is older than; null on the last. */
  next: string | null
}

interface Named {
  name?: string
  personId?: string
  courseId?: string
}

/** Who did what, when, within reach: an event belongs to the branch of its group, those without one to the whole organisation. */
export const listEvents = query({
  permission: 'audit.read',
  input: AuditFilter,
  run: async ({ db, actor, input, reach }): Promise<EventPage> => {
    const timeZone = actor.kind === 'person' ? actor.timeZone : 'UTC'
    const found = await db
      .select({ event: auditEvents, actorName: people.name, named, salt: auditDetails.salt, details: auditDetails.details })
      .from(auditEvents)
      .leftJoin(people, eq(people.id, auditEvents.actorId))
      .leftJoin(auditDetails, eq(auditDetails.eventId, auditEvents.id))
      .where(and(inGroupsWithin(reach, auditEvents.groupId), ...conditions(input, timeZone)))
      .orderBy(desc(auditEvents.at), desc(auditEvents.id))
      .limit(eventsPerPage + 1)
    const titles = await readTitles(db)
    const shown = found.slice(0, eventsPerPage)
    const events = shown.map(({ event, actorName, named, salt, details }) => ({
      id: event.id,
      at: event.at,
      verb: event.verb,
      actor: { kind: event.actorKind, id: event.actorId, name: actorName },
      subject: {
        kind: event.subjectKind,
        id: event.subjectId,
        name: named?.name ?? null,
        personId: named?.personId ?? null,
        courseTitle: titles.get(named?.courseId ?? '') ?? null,
      },
      details: proven(salt, details, event.detailsHash),
      detailsHash: event.detailsHash,
    }))
    return { events, next: found.length > eventsPerPage ? (shown.at(-1)?.event.id ?? null) : null }
  },
})

function proven(salt: string | null, details: Record<string, unknown> | null, hash: string): EventDetails {
  if (salt === null || details === null) return { state: 'erased' }
  return { state: hashDetails(salt, details) === hash ? 'intact' : 'changed', details }
}

function conditions(filter: AuditFilter, timeZone: string): (SQL | undefined)[] {
  const { verb, actor, subject, from, to, before } = filter
  return [
    verb === null ? undefined : eq(auditEvents.verb, verb),
    from === null ? undefined : gte(auditEvents.at, startOfDay(from, timeZone)),
    to === null ? undefined : lte(auditEvents.at, endOfDay(to, timeZone)),
    actor === '' ? undefined : actedBy(actor),
    subject === '' ? undefined : happenedTo(subject),
    before === null
      ? undefined
      : sql`(${auditEvents.at}, ${auditEvents.id}) < (select older.at, older.id from audit_events older where older.id = ${before})`,
  ]
}

const pattern = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`

const actedBy = (words: string) =>
  sql`(${auditEvents.actorId}::text = ${words} or ${auditEvents.actorId} in (select id from people where name ilike ${pattern(words)}))`

const happenedTo = (words: string) => {
  const like = pattern(words)
  return sql`(${auditEvents.subjectId} = ${words} or (${auditEvents.subjectKind}, ${auditEvents.subjectId}) in (
    select 'person', id::text from people where name ilike ${like}
    union all select 'group', id::text from groups where name ilike ${like}
    union all select 'list', id::text from lists where name ilike ${like}))`
}

/** Names of what an event happened to; the kind is looked at first, so that only ids of rows are read as such. */
const named = sql<Named | null>`case ${auditEvents.subjectKind}
  when 'person' then (select jsonb_build_object('name', named.name, 'personId', named.id) from ${people} named where named.id = ${auditEvents.subjectId}::uuid)
  when 'group' then (select jsonb_build_object('name', named.name) from ${groups} named where named.id = ${auditEvents.subjectId}::uuid)
  when 'list' then (select jsonb_build_object('name', named.name) from ${lists} named where named.id = ${auditEvents.subjectId}::uuid)
  when 'assignment' then (select jsonb_build_object('courseId', named.course_id) from ${assignments} named where named.id = ${auditEvents.subjectId}::uuid)
  when 'enrolment' then (select jsonb_build_object('name', owner.name, 'personId', owner.id, 'courseId', named.course_id)
    from ${enrolments} named join ${people} owner on owner.id = named.person_id where named.id = ${auditEvents.subjectId}::uuid)
  when 'attempt' then (select jsonb_build_object('name', owner.name, 'personId', owner.id, 'courseId', enrolled.course_id)
    from ${attempts} named join ${enrolments} enrolled on enrolled.id = named.enrolment_id join ${people} owner on owner.id = enrolled.person_id
    where named.id = ${auditEvents.subjectId}::uuid)
  when 'course' then jsonb_build_object('courseId', ${auditEvents.subjectId})
  end`

async function readTitles(db: Database): Promise<Map<string, Localised>> {
  const rows = await db
    .select({ id: courses.id, title: sql<Localised>`${courseVersions.content} -> 'title'` })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.hash, courses.currentHash))
  return new Map(rows.map(({ id, title }) => [id, title]))
}
