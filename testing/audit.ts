import { desc, eq } from 'drizzle-orm'
import type { Database } from '#db/client'
import { auditDetails, auditEvents } from '#db/schema/index'

/** The newest event of a verb with its details; undefined: there is none. */
export async function lastEvent(db: Database, verb: string) {
  const [row] = await db
    .select({ event: auditEvents, details: auditDetails.details })
    .from(auditEvents)
    .innerJoin(auditDetails, eq(auditDetails.eventId, auditEvents.id))
    .where(eq(auditEvents.verb, verb))
    .orderBy(desc(auditEvents.id))
    .limit(1)
  return row && { ...row.event, details: row.details }
}
