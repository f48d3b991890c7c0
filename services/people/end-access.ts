import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { sessions } from '#db/schema/index'
import { voidTokens } from '../tokens/issue-token.ts'

/** Ends every session of a person and makes every open link of theirs worthless, at once. */
export async function endAccess(tx: Transaction, personId: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
  await voidTokens(tx, { personId, now })
}
