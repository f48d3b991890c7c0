import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { troubleOf } from '#db/trouble'
import { InDoubt } from '../errors.ts'
import { newId } from '../new-id.ts'
import { prepared } from '../prepared.ts'
import type { OwnAttempt, ResponseRow } from './find-attempt.ts'

/**
 * Locks what `lockOwnAttempt` locks, in the same order; of whoever comes second the condition is asked again of the newest rows. Nothing is
 * written unless the attempt is as it was read: open, and after the same number of writes.
 */
const statement = prepared((db) => {
  const { placeholder } = sql
  const id = { id: sql<string>`id`.as('id') }
  const held = db
    .$with('held', id)
    .as(sql`select id from enrolments where id = ${placeholder('enrolment')} and closed_at is null for update`)
  const taken = db.$with('taken', id).as(sql`update attempts set sequence = ${placeholder('seen')}::int + 1
    where id = ${placeholder('attempt')} and sequence = ${placeholder('seen')}::int and status = 'in_progress'
      and enrolment_id in (select id from held) returning id`)
  const added = db.$with('added', id).as(sql`insert into responses
    (id, attempt_id, position, question_id, value, certainty, score, responded_at)
    select ${placeholder('id')}::uuid, id, ${placeholder('position')}::int, ${placeholder('question')}::text, ${placeholder('value')}::jsonb,
      ${placeholder('certainty')}::text, ${placeholder('score')}::real, ${placeholder('now')}::timestamptz from taken returning id`)
  const dropped = db.$with('dropped', id).as(sql`delete from drafts using taken
    where attempt_id = taken.id and position = ${placeholder('position')}::int returning taken.id`)
  return db.with(held, taken, added, dropped).select({ id: taken.id }).from(taken).prepare('give_response')
})

/**
 * Saves the newest response of an attempt that stays open, in place of its draft, in one statement.
 * @returns false when something happened to the attempt since it was read, and nothing was saved. @throws InDoubt
 */
export async function giveAtOnce(db: Database, now: Date, attempt: OwnAttempt): Promise<boolean> {
  const { id, enrolmentId, sequence, snapshot, given } = attempt
  const position = given.length - 1
  const { value, certainty, score } = given[position] as ResponseRow
  const questionId = snapshot.questions[position]?.question.id ?? ''
  const values = { enrolment: enrolmentId, attempt: id, seen: sequence - 1, id: newId(), position, question: questionId }
  const response = { value: JSON.stringify(value), certainty, score, now: now.toISOString() }
  const rows = await statement(db)
    .execute({ ...values, ...response })
    .catch((error: unknown) => {
      throw troubleOf(error) === 'unreachable' ? new InDoubt(error) : error
    })
  return rows.length === 1
}
