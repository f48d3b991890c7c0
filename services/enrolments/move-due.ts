import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { extensions, leaves } from '#db/schema/index'
import { dayOf } from '#domain/calendar'
import { dueAt } from '#domain/enrolments/due'
import type { ExtensionReason } from '#domain/enrolments/reasons'
import { anyOf } from '../any-of.ts'
import { InvalidInput } from '../errors.ts'
import { newId } from '../new-id.ts'
import { organisationZone } from '../organisation/organisation-zone.ts'

interface Extendable {
  id: string
  personId: string
  enrolledAt: Date
  dueOn: string | null
}
interface Decision {
  dueOn: string
  reason: ExtensionReason
  decidedBy: string
  now: Date
}

/** Refuses a new due day that is over. @throws InvalidInput `past` for `dueOn` */
export async function checkNotPast(tx: Transaction, dueOn: string, now: Date): Promise<void> {
  if (dueOn < dayOf(now, await organisationZone(tx))) throw new InvalidInput({ dueOn: 'past' })
}

/** Moves the due days of locked, open enrolments and records each move, whatever their number, in two statements. */
export async function moveDue(tx: Transaction, moving: readonly Extendable[], { dueOn, reason, decidedBy, now }: Decision): Promise<void> {
  if (moving.length === 0) return
  const zone = await organisationZone(tx)
  const people = moving.map((enrolment) => enrolment.personId)
  const away = Map.groupBy(await tx.select().from(leaves).where(anyOf(leaves.personId, people)), (leave) => leave.personId)
  const rows = moving.map((each) => ({
    id: each.id,
    record: newId(),
    from: each.dueOn,
    due: dueAt(dueOn, dayOf(each.enrolledAt, zone), away.get(each.personId) ?? [], zone),
  }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, record uuid, "from" date, due timestamptz)`
  await tx.execute(sql`
    insert into ${extensions} (id, enrolment_id, from_due_on, to_due_on, reason, decided_at, decided_by)
    select given.record, given.id, given."from", ${dueOn}::date, ${reason}, ${now.toISOString()}::timestamptz, ${decidedBy}::uuid from ${given}`)
  await tx.execute(sql`update enrolments set due_on = ${dueOn}::date, due_at = given.due from ${given} where enrolments.id = given.id`)
}
