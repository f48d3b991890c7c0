import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { sessions } from '#db/schema/index'

/** Ends the sessions of a person at once, but for the one to keep. Returns how many. */
export async function endSessions(tx: Transaction, personId: string, now: Date, keptId?: string): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt), keptId === undefined ? undefined : ne(sessions.id, keptId)))
    .returning({ id: sessions.id })
  return ended.length
}
