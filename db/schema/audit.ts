import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at, id } from './columns.ts'

/** A record: who did what, when. Ids, verb, time and a salted hash of the details: no personal value. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: id(),
    at: at('at').notNull(),
    verb: text('verb').notNull(),
    actorKind: text('actor_kind').$type<'person' | 'system' | 'anonymous'>().notNull(),
    /** The person who acted. */
    actorId: uuid('actor_id'),
    subjectKind: text('subject_kind').notNull(),
    /** A uuid, or the id or hash of content. */
    subjectId: text('subject_id'),
    /** The home group whose branch the event belongs to; null: the organisation's. */
    groupId: uuid('group_id'),
    detailsHash: text('details_hash').notNull(),
  },
  (t) => [
    index('audit_events__at').on(t.at, t.id),
    index('audit_events__subject').on(t.subjectKind, t.subjectId),
    index('audit_events__actor_id').on(t.actorId),
  ],
)

/** The details behind an event and the salt of their hash. May be erased; the event stays. */
export const auditDetails = pgTable('audit_details', {
  eventId: uuid('event_id')
    .primaryKey()
    .references(() => auditEvents.id),
  salt: text('salt').notNull(),
  details: jsonb('details').$type<Record<string, unknown>>().notNull(),
})
