import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { attempts, enrolments } from '#db/schema/index'

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
    .where(and(inArray(enrolments.id, [...ids]), isNull(enrolments.closedAt)))
    .returning({ id: enrolments.id })
  await tx
    .update(attempts)
    .set({ status: 'abandoned' })
    .where(and(inArray(attempts.enrolmentId, [...ids]), eq(attempts.status, 'in_progress')))
  return closed.length
}
