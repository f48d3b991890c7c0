import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '#db/client'
import { attempts } from '#db/schema/index'
import { drawQuestions } from '#domain/attempts/draw'
import { quizState } from '#domain/attempts/rules'
import { contentId } from '#domain/text'
import { command } from '../command.ts'
import { lockOwnEnrolment, unitOf } from '../enrolments/own-enrolment.ts'
import { noteStart } from '../enrolments/record-completion.ts'
import { Conflict } from '../errors.ts'
import { newId } from '../new-id.ts'

/**
 * Begins an attempt at a quiz and pins what it asks.
 * @throws Conflict `attempt_open` when one is to be resumed, `quiz_passed`, `quiz_paused` during the pause between attempts.
 */
export const startAttempt = command({
  permission: 'attempt.start',
  input: z.strictObject({ courseId: contentId, unitId: contentId }),
  subject: ({ tx, reach, input }) => lockOwnEnrolment(tx, reach, input.courseId),
  run: async ({ tx, actor, now, input: { unitId }, subject }) => {
    const quiz = unitOf(subject.course, unitId, 'quiz')
    const earlier = await summariesOf(tx, subject.id, unitId)
    const state = quizState(quiz, earlier, now)
    if (state.kind === 'open') throw new Conflict('attempt_open')
    if (state.kind === 'passed') throw new Conflict('quiz_passed')
    if (state.kind === 'paused') throw new Conflict('quiz_paused')
    await noteStart({ tx, actor, now }, subject)
    const id = newId()
    await tx.insert(attempts).values({
      id,
      enrolmentId: subject.id,
      unitId,
      number: earlier.length + 1,
      status: 'in_progress',
      courseVersion: subject.course.hash,
      unitVersion: quiz.hash,
      language: actor.kind === 'person' ? actor.language : 'en',
      snapshot: drawQuestions(quiz, randomBytes(16).toString('hex')),
      startedAt: now,
    })
    return { id, number: earlier.length + 1 }
  },
  event: {
    verb: 'attempt.start',
    of: ({ input, subject, result }) => ({
      subjectKind: 'attempt',
      subjectId: result.id,
      groupId: subject.homeGroupId,
      details: { ...input, enrolmentId: subject.id, number: result.number },
    }),
  },
})

function summariesOf(tx: Transaction, enrolmentId: string, unitId: string) {
  const { id, status, submittedAt, score, isPassed } = attempts
  return tx
    .select({ id, status, submittedAt, score, isPassed })
    .from(attempts)
    .where(and(eq(attempts.enrolmentId, enrolmentId), eq(attempts.unitId, unitId)))
}
