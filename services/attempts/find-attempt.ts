import { and, eq, getTableColumns, type Placeholder, sql } from 'drizzle-orm'
import type { Database, Reader, Transaction } from '#db/client'
import { attempts, drafts, enrolments, people, responses } from '#db/schema/index'
import type { AttemptState } from '#domain/attempts/respond'
import type { Certainty, ResponseValue } from '#domain/attempts/types'
import type { Reach } from '#domain/policy'
import { NotFound } from '../errors.ts'
import { prepared } from '../prepared.ts'
import { getSnapshot } from './get-snapshot.ts'

export interface ResponseRow {
  value: ResponseValue
  certainty: Certainty
  score: number
}

const given = sql<ResponseRow[]>`coalesce((select jsonb_agg(jsonb_build_object('value', value, 'certainty', certainty, 'score', score)
  order by position) from ${responses} where attempt_id = ${attempts.id}), '[]'::jsonb)`
const draft = sql<ResponseValue | null>`(select value from ${drafts} where attempt_id = ${attempts.id} order by position desc limit 1)`
/** The number of writes that these were read after: older than the row's own when the row was waited for. */
const readAfter = sql<number>`(select sequence from ${attempts} own where own.id = ${attempts.id})`

const { snapshot: _, ...columns } = getTableColumns(attempts)
const owner = { personId: people.id, homeGroupId: people.homeGroupId, startedAt: enrolments.startedAt, closedAt: enrolments.closedAt }

/** Attempts are only ever one's own, so the text is the same for everybody and each connection plans it once. */
function statement(db: Reader, own: string | Placeholder, attemptId: string | Placeholder) {
  return db
    .select({ attempt: columns, given, draft, readAfter, owner })
    .from(attempts)
    .innerJoin(enrolments, eq(enrolments.id, attempts.enrolmentId))
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(and(eq(attempts.id, attemptId), eq(people.id, own)))
}

type Row = Awaited<ReturnType<typeof statement>>[number]
export type OwnAttempt = Awaited<ReturnType<typeof ownAttempt>>

/** The attempt of an enrolment that is closed counts as abandoned. */
async function ownAttempt(db: Reader, { attempt, given, draft, owner }: Row) {
  const status = attempt.status === 'in_progress' && owner.closedAt ? ('abandoned' as const) : attempt.status
  const { sequence } = attempt
  const snapshot = await getSnapshot(db, attempt.id)
  const state: AttemptState = { status, sequence, questions: snapshot.questions, responses: given }
  return { ...owner, ...attempt, snapshot, status, given, draft, state }
}

/** @throws NotFound */
function ownIn({ own }: Reach): string {
  if (own === null) throw new NotFound('attempt')
  return own
}

const find = prepared((db) => statement(db, sql.placeholder('own'), sql.placeholder('attempt')).prepare('find_attempt'))

/** A learner's attempt with its responses (by position) and the draft of the open question, in one statement. @throws NotFound */
export async function findAttempt(db: Database, reach: Reach, attemptId: string): Promise<OwnAttempt> {
  const [row] = await find(db).execute({ own: ownIn(reach), attempt: attemptId })
  if (!row) throw new NotFound('attempt')
  return ownAttempt(db, row)
}

/**
 * The same, locked together with its enrolment until the transaction ends. Whoever had to wait for the lock gets the newest row, but
 * responses and draft as they were before the wait: then they are read again, which nobody can disturb any more. @throws NotFound
 */
export async function lockOwnAttempt(tx: Transaction, reach: Reach, attemptId: string): Promise<OwnAttempt> {
  const locked = () =>
    statement(tx, ownIn(reach), attemptId)
      .for('update', { of: [enrolments, attempts] })
      .prepare('lock_attempt')
      .execute()
  let [row] = await locked()
  if (row && row.readAfter !== row.attempt.sequence) [row] = await locked()
  if (!row) throw new NotFound('attempt')
  return ownAttempt(tx, row)
}
