import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { enrolments, leaves } from '#db/schema/index'
import { dayOf } from '#domain/calendar'
import { dueAt } from '#domain/enrolments/due'
import { organisationZone } from '../organisation/organisation-zone.ts'

/** Computes the due instants of a person's open enrolments anew, after leave was entered or removed. Returns how many moved. */
export const refreshDue = (tx: Transaction, personId: string): Promise<number> =>
  refresh(tx, eq(enrolments.personId, personId), eq(leaves.personId, personId))

/** The same for everybody, after the organisation's time zone changed. */
export const refreshAllDue = (tx: Transaction): Promise<number> => refresh(tx, undefined, undefined)

async function refresh(tx: Transaction, which: SQL | undefined, whose: SQL | undefined): Promise<number> {
  const zone = await organisationZone(tx)
  const open = await tx
    .select()
    .from(enrolments)
    .where(and(which, isNull(enrolments.closedAt), isNotNull(enrolments.dueOn)))
    .orderBy(enrolments.id)
    .for('update')
  const away = Map.groupBy(await tx.select().from(leaves).where(whose), (leave) => leave.personId)
  const moved = open
    .map(({ id, personId, dueOn, enrolledAt, dueAt: before }) => {
      const due = dueAt(dueOn, dayOf(enrolledAt, zone), away.get(personId) ?? [], zone)
      return { id, due, hasMoved: due?.getTime() !== before?.getTime() }
    })
    .filter((each) => each.hasMoved)
  if (moved.length === 0) return 0
  await tx.execute(sql`update enrolments set due_at = given.due
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as given(id uuid, due timestamptz) where enrolments.id = given.id`)
  return moved.length
}
