import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { attempts, drafts, responses } from '#db/schema/index'
import { CertaintyInput, respond } from '#domain/attempts/respond'
import { scoreAttempt } from '#domain/attempts/score'
import type { Actor } from '#domain/policy'
import { appendEvents } from '../audit/append-events.ts'
import { canonicalJson } from '../canonical-json.ts'
import { getVersion } from '../catalogue/get-version.ts'
import { command } from '../command.ts'
import { unitOf } from '../enrolments/own-enrolment.ts'
import { recordCompletion } from '../enrolments/record-completion.ts'
import { Conflict } from '../errors.ts'
import { newId } from '../new-id.ts'
import { lockOwnAttempt, type OwnAttempt } from './own-attempt.ts'
import { AttemptWrite } from './save-draft.ts'

/**
 * Gives a response: accepted and scored, or refused. The last one submits the attempt and, when it is passed, completes the unit.
 * The same response sent twice is given once. @throws Conflict with a `ResponseRefusal`
 */
export const submitResponse = command({
  permission: 'attempt.respond',
  input: AttemptWrite.extend({ certainty: CertaintyInput }),
  subject: ({ tx, reach, input }) => lockOwnAttempt(tx, reach, input.attemptId),
  run: async ({ tx, actor, now, input, subject }) => {
    const { position, value, certainty } = input
    const decision = respond(subject.state, input)
    if (decision.kind === 'refused') throw new Conflict(decision.reason)
    const showsFeedback = subject.snapshot.feedback === 'each'
    if (decision.kind === 'repeated') return { position, showsFeedback, isSubmitted: subject.state.status === 'submitted' }
    const { score, isLast } = decision
    const questionId = subject.snapshot.questions[position]?.question.id ?? ''
    await tx
      .insert(responses)
      .values({ id: newId(), attemptId: subject.id, position, questionId, value, certainty, score, respondedAt: now })
    await tx.delete(drafts).where(and(eq(drafts.attemptId, subject.id), eq(drafts.position, position)))
    const given = { responses: [...subject.state.responses, { value, certainty }], scores: [...subject.scores, score] }
    const sequence = subject.state.sequence + 1
    if (isLast) await submit({ tx, actor, now }, subject, { ...given, sequence })
    else await tx.update(attempts).set({ sequence }).where(eq(attempts.id, subject.id))
    return { position, showsFeedback, isSubmitted: isLast }
  },
  event: null,
})

interface Given {
  responses: OwnAttempt['state']['responses']
  scores: number[]
  sequence: number
}

async function submit(context: { tx: Transaction; actor: Actor; now: Date }, attempt: OwnAttempt, given: Given): Promise<void> {
  const { tx, now } = context
  const result = scoreAttempt(attempt.snapshot, given.scores)
  await tx
    .update(attempts)
    .set({ ...result, sequence: given.sequence, status: 'submitted', submittedAt: now })
    .where(eq(attempts.id, attempt.id))
  const responsesHash = createHash('sha256').update(canonicalJson(given.responses)).digest('hex')
  const { enrolmentId, unitId, homeGroupId: groupId } = attempt
  const details = { enrolmentId, unitId, ...result, responsesHash }
  await appendEvents(context, 'attempt.submit', [{ subjectKind: 'attempt', subjectId: attempt.id, groupId, details }])
  if (!result.isPassed) return
  const course = await getVersion(tx, attempt.courseVersion)
  const enrolment = { ...attempt, id: enrolmentId, course }
  await appendEvents(context, 'unit.complete', [
    {
      subjectKind: 'enrolment',
      subjectId: enrolmentId,
      groupId,
      details: { courseId: course.id, unitId },
    },
  ])
  await recordCompletion(context, enrolment, unitOf(course, unitId, 'quiz'), result.score)
}
