import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { sessions, tokens } from '#db/schema/index'

/** Ends every session of a person and makes every open link of theirs worthless, at once. */
export async function endAccess(tx: Transaction, personId: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
  await tx
    .update(tokens)
    .set({ spentAt: now })
    .where(and(eq(tokens.personId, personId), isNull(tokens.spentAt)))
}
