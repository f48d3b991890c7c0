import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { attempts, enrolments } from '#db/schema/index'
import { anyOf } from '../any-of.ts'

/** Closes open enrolments without completion; attempts under way are abandoned with them. Returns how many closed. */
export async function closeEnrolments(
  tx: Transaction,
  ids: readonly string[],
  closedAs: 'waived' | 'cancelled',
  now: Date,
): Promise<number> {
  if (ids.length === 0) return 0
  const closed = await tx
    .update(enrolments)
    .set({ closedAt: now, closedAs })
    .where(and(anyOf(enrolments.id, ids), isNull(enrolments.closedAt)))
    .returning({ id: enrolments.id })
  await tx
    .update(attempts)
    .set({ status: 'abandoned' })
    .where(and(anyOf(attempts.enrolmentId, ids), eq(attempts.status, 'in_progress')))
  return closed.length
}
