import { and, eq, sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { attempts, drafts, enrolments, people, responses } from '#db/schema/index'
import type { Certainty, ResponseValue } from '#domain/attempts/types'
import type { Reach } from '#domain/policy'
import { NotFound } from '../errors.ts'
import { peopleWithin } from '../reach.ts'

export interface ResponseRow {
  value: ResponseValue
  certainty: Certainty
  score: number
}

/** A learner's attempt with its responses (by position) and the draft of the open question, in one statement. @throws NotFound */
export async function findAttempt(db: Reader, reach: Reach, attemptId: string) {
  const given = sql<ResponseRow[]>`coalesce((select jsonb_agg(jsonb_build_object('value', value, 'certainty', certainty, 'score', score)
    order by position) from ${responses} where attempt_id = ${attempts.id}), '[]'::jsonb)`
  const draft = sql<ResponseValue | null>`(select value from ${drafts} where attempt_id = ${attempts.id} order by position desc limit 1)`
  const [row] = await db
    .select({ attempt: attempts, given, draft, closedAt: enrolments.closedAt })
    .from(attempts)
    .innerJoin(enrolments, eq(enrolments.id, attempts.enrolmentId))
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(and(eq(attempts.id, attemptId), peopleWithin(reach)))
  if (!row) throw new NotFound('attempt')
  const status = row.attempt.status === 'in_progress' && row.closedAt ? ('abandoned' as const) : row.attempt.status
  return { ...row, attempt: { ...row.attempt, status } }
}
