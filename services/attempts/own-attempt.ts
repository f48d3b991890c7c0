import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { attempts, enrolments, people, responses } from '#db/schema/index'
import type { AttemptState } from '#domain/attempts/respond'
import type { AttemptSnapshot } from '#domain/attempts/types'
import type { Reach } from '#domain/policy'
import { NotFound } from '../errors.ts'
import { peopleWithin } from '../reach.ts'

export interface OwnAttempt {
  id: string
  personId: string
  homeGroupId: string
  enrolmentId: string
  startedAt: Date | null
  courseVersion: string
  unitId: string
  snapshot: AttemptSnapshot
  state: AttemptState
  scores: number[]
}

/**
 * Locks a learner's attempt together with its enrolment and reads what was given so far. The attempt of an enrolment that is closed
 * counts as abandoned. @throws NotFound
 */
export async function lockOwnAttempt(tx: Transaction, reach: Reach, attemptId: string): Promise<OwnAttempt> {
  const [row] = await tx
    .select({
      attempt: attempts,
      personId: people.id,
      homeGroupId: people.homeGroupId,
      startedAt: enrolments.startedAt,
      closedAt: enrolments.closedAt,
    })
    .from(attempts)
    .innerJoin(enrolments, eq(enrolments.id, attempts.enrolmentId))
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(and(eq(attempts.id, attemptId), peopleWithin(reach)))
    .for('update', { of: [enrolments, attempts] })
  if (!row) throw new NotFound('attempt')
  const { attempt, closedAt, ...owner } = row
  const given = await tx
    .select({ value: responses.value, certainty: responses.certainty, score: responses.score })
    .from(responses)
    .where(eq(responses.attemptId, attemptId))
    .orderBy(asc(responses.position))
  const status = attempt.status === 'in_progress' && closedAt ? 'abandoned' : attempt.status
  const { id, enrolmentId, courseVersion, unitId, snapshot, sequence } = attempt
  return {
    ...owner,
    ...{ id, enrolmentId, courseVersion, unitId, snapshot },
    state: { status, sequence, questions: snapshot.questions, responses: given },
    scores: given.map(({ score }) => score),
  }
}
