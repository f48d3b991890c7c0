import type { Database } from '#db/client'
import { troubleOf } from '#db/trouble'
import { InDoubt } from '../errors.ts'
import { newId } from '../new-id.ts'
import type { OwnAttempt, ResponseRow } from './find-attempt.ts'

/**
 * Locks what `lockOwnAttempt` locks, in the same order; of whoever comes second the condition is asked again of the newest rows. Nothing is
 * written unless the attempt is as it was read: open, and after the same number of writes.
 */
const text = `with held as (select id from enrolments where id = $1 and closed_at is null for update),
  taken as (update attempts set sequence = $3::int + 1
    where id = $2 and sequence = $3 and status = 'in_progress' and enrolment_id in (select id from held) returning id),
  added as (insert into responses (id, attempt_id, position, question_id, value, certainty, score, responded_at)
    select $4::uuid, id, $5::int, $6::text, $7::jsonb, $8::text, $9::real, $10::timestamptz from taken),
  dropped as (delete from drafts using taken where attempt_id = taken.id and position = $5)
  select id from taken`

/**
 * Saves the newest response of an attempt that stays open, in place of its draft, in one statement.
 * @returns false when something happened to the attempt since it was read, and nothing was saved. @throws InDoubt
 */
export async function giveAtOnce(db: Database, now: Date, attempt: OwnAttempt): Promise<boolean> {
  const { id, enrolmentId, sequence, snapshot, given } = attempt
  const position = given.length - 1
  const { value, certainty, score } = given[position] as ResponseRow
  const questionId = snapshot.questions[position]?.question.id ?? ''
  const values = [enrolmentId, id, sequence - 1, newId(), position, questionId, JSON.stringify(value), certainty, score, now.toISOString()]
  const { rowCount } = await db.$client.query({ name: 'give_response', text, values }).catch((error: unknown) => {
    throw troubleOf(error) === 'unreachable' ? new InDoubt(error) : error
  })
  return rowCount === 1
}
