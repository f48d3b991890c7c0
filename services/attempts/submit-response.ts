import { and, eq } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client'
import { attempts, drafts, responses } from '#db/schema/index'
import { CertaintyInput, respond } from '#domain/attempts/respond'
import { scoreAttempt } from '#domain/attempts/score'
import type { Language } from '#domain/catalogue/types'
import type { Actor } from '#domain/policy'
import { appendEvents } from '../audit/append-events.ts'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { newId } from '../new-id.ts'
import { completeUnit, submission } from './end-attempt.ts'
import { findAttempt, lockOwnAttempt, type OwnAttempt, type ResponseRow } from './find-attempt.ts'
import { giveAtOnce } from './give-at-once.ts'
import { AttemptWrite } from './save-draft.ts'
import { type AttemptView, viewAttempt } from './view-attempt.ts'

/** What a response is answered with. */
export interface ResponseTaken {
  position: number
  /** The number that the next write carries. */
  sequence: number
  /** The question responded to with its feedback; null when the quiz keeps that for the end. */
  feedback: AttemptView | null
  /** The question that is open now; null when the attempt is submitted. */
  question: AttemptView | null
}

/**
 * Gives a response: accepted and scored, or refused. The last one submits the attempt and, when it is passed, completes the unit.
 * The same response sent twice is given once and answered twice. @throws Conflict with a `ResponseRefusal`
 */
export const submitResponse = command({
  permission: 'attempt.respond',
  input: AttemptWrite.extend({ certainty: CertaintyInput }),
  atOnce: async ({ db, actor, now, input, reach, allow }): Promise<ResponseTaken | null> => {
    const attempt = await findAttempt(db, reach, input.attemptId)
    allow(attempt)
    const decision = respond(attempt.state, input)
    if (decision.kind !== 'accepted' || decision.isLast) return null
    const taken = withResponse(attempt, { ...input, score: decision.score })
    if (!(await giveAtOnce(db, now, taken))) return null
    return answer(db, taken, input.position, languageOf(actor))
  },
  subject: ({ tx, reach, input }) => lockOwnAttempt(tx, reach, input.attemptId),
  run: async ({ tx, actor, now, input, subject }): Promise<ResponseTaken> => {
    const { position } = input
    const language = languageOf(actor)
    const decision = respond(subject.state, input)
    if (decision.kind === 'refused') throw new Conflict(decision.reason)
    if (decision.kind === 'repeated') return answer(tx, subject, position, language)
    const { score, isLast } = decision
    const taken = withResponse(subject, { ...input, score })
    if (!isLast) {
      await write({ tx, now }, taken, {})
      return answer(tx, taken, position, language)
    }
    await submit({ tx, actor, now }, taken)
    return answer(tx, { ...taken, status: 'submitted' }, position, language)
  },
  event: null,
})

const languageOf = (actor: Actor): Language => (actor.kind === 'person' ? actor.language : 'en')

const withResponse = (attempt: OwnAttempt, { value, certainty, score }: ResponseRow): OwnAttempt => ({
  ...attempt,
  sequence: attempt.sequence + 1,
  given: [...attempt.given, { value, certainty, score }],
  draft: null,
})

async function answer(tx: Reader, attempt: OwnAttempt, position: number, language: Language): Promise<ResponseTaken> {
  const feedback = attempt.snapshot.feedback === 'each' ? await viewAttempt(tx, attempt, position, language) : null
  const question = await viewAttempt(tx, attempt, attempt.given.length, language)
  return { position, sequence: attempt.sequence, feedback, question }
}

/** Saves the newest response in place of its draft, and the attempt with it. */
async function write(
  { tx, now }: { tx: Transaction; now: Date },
  { id: attemptId, sequence, snapshot, given }: OwnAttempt,
  changes: Partial<typeof attempts.$inferInsert>,
): Promise<void> {
  const position = given.length - 1
  const response = given[position] as ResponseRow
  const questionId = snapshot.questions[position]?.question.id ?? ''
  const row = { id: newId(), attemptId, position, questionId, ...response, respondedAt: now }
  const added = tx.$with('added').as(tx.insert(responses).values(row).returning({ id: responses.id }))
  const dropped = tx.$with('dropped').as(
    tx
      .delete(drafts)
      .where(and(eq(drafts.attemptId, attemptId), eq(drafts.position, position)))
      .returning({ position: drafts.position }),
  )
  await tx
    .with(added, dropped)
    .update(attempts)
    .set({ ...changes, sequence })
    .where(eq(attempts.id, attemptId))
    .prepare(changes.status ? 'submit_attempt' : 'save_response')
    .execute()
}

async function submit(context: { tx: Transaction; actor: Actor; now: Date }, attempt: OwnAttempt): Promise<void> {
  const result = scoreAttempt(
    attempt.snapshot,
    attempt.given.map(({ score }) => score),
  )
  await write(context, attempt, { ...result, status: 'submitted', submittedAt: context.now })
  await appendEvents(context, 'attempt.submit', [submission(attempt, result, attempt.given)])
  if (result.isPassed) await completeUnit(context, attempt, 'quiz', result.score)
}
