import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { enrolments, leaves } from '#db/schema/index'
import { dayOf } from '#domain/calendar'
import { dueAt } from '#domain/enrolments/due'
import { organisationZone } from '../organisation/organisation-zone.ts'

/** Computes the due instants of a person's open enrolments anew, after leave was entered or removed. Returns how many moved. */
export async function refreshDue(tx: Transaction, personId: string): Promise<number> {
  const zone = await organisationZone(tx)
  const away = await tx.select().from(leaves).where(eq(leaves.personId, personId))
  const open = await tx
    .select()
    .from(enrolments)
    .where(and(eq(enrolments.personId, personId), isNull(enrolments.closedAt), isNotNull(enrolments.dueOn)))
    .for('update')
  let moved = 0
  for (const enrolment of open) {
    const due = dueAt(enrolment.dueOn, dayOf(enrolment.enrolledAt, zone), away, zone)
    if (due?.getTime() === enrolment.dueAt?.getTime()) continue
    await tx.update(enrolments).set({ dueAt: due }).where(eq(enrolments.id, enrolment.id))
    moved += 1
  }
  return moved
}
