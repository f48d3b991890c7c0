import { createHash, randomBytes } from 'node:crypto'
import type { Transaction } from '#db/client'
import { auditDetails, auditEvents } from '#db/schema/index'
import type { Actor } from '#domain/policy'
import { canonicalJson } from '../canonical-json.ts'
import { newId } from '../new-id.ts'

export interface AuditEntry {
  /** What kind of thing it happened to: a table's singular noun, such as `person`. */
  subjectKind: string
  subjectId: string | null
  /** The home group whose branch may read it; null: only those with reach over the whole organisation. */
  groupId: string | null
  /** Old and new values, addresses, notes: kept apart, erasable. Never a password, token or response. */
  details?: Record<string, unknown>
}

/**
 * Adds events of one verb, one for each entry. An event itself holds no personal value: the details and the salt of their hash are in a row
 * beside it that can be erased; while they exist the hash proves them (SHA-256 of salt and canonical JSON).
 */
export async function appendEvents(
  { tx, actor, now }: { tx: Transaction; actor: Actor; now: Date },
  verb: string,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(({ details = {}, subjectKind, subjectId, groupId }) => {
    const [id, salt] = [newId(), randomBytes(16).toString('base64url')]
    const actorId = actor.kind === 'person' ? actor.id : null
    const about = { subjectKind, subjectId, groupId, detailsHash: hashDetails(salt, details) }
    return { event: { id, at: now, verb, actorKind: actor.kind, actorId, ...about }, beside: { eventId: id, salt, details } }
  })
  const events = rows.map(({ event }) => event)
  const besides = rows.map(({ beside }) => beside)
  if (rows.length === 1) return appendOne(tx, events, besides)
  await tx.insert(auditEvents).values(events)
  await tx.insert(auditDetails).values(besides)
}

/** Most commands append one: both rows in one statement, which is planned once for each connection. */
async function appendOne(
  tx: Transaction,
  event: (typeof auditEvents.$inferInsert)[],
  beside: (typeof auditDetails.$inferInsert)[],
): Promise<void> {
  const appended = tx.$with('appended').as(tx.insert(auditEvents).values(event).returning({ id: auditEvents.id }))
  await tx.with(appended).insert(auditDetails).values(beside).prepare('append_event').execute()
}

export function hashDetails(salt: string, details: Record<string, unknown>): string {
  return createHash('sha256').update(salt).update(canonicalJson(details)).digest('hex')
}
