import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { drawQuestions } from '#domain/attempts/draw'
import { contentId } from '#domain/text'
import { command } from '../command.ts'
import { lockOwnEnrolment, unitOf } from '../enrolments/own-enrolment.ts'
import { beginAttempt } from './begin-attempt.ts'

const reasons = { open: 'attempt_open', passed: 'quiz_passed', paused: 'quiz_paused' }

/**
 * Begins an attempt at a quiz and pins what it asks.
 * @throws Conflict `attempt_open` when one is to be resumed, `quiz_passed`, `quiz_paused` during the pause between attempts.
 */
export const startAttempt = command({
  permission: 'attempt.start',
  input: z.strictObject({ courseId: contentId, unitId: contentId }),
  subject: ({ tx, reach, input }) => lockOwnEnrolment(tx, reach, input.courseId),
  run: async ({ tx, actor, now, input: { unitId }, subject }) => {
    const unit = unitOf(subject.course, unitId, 'quiz')
    const snapshot = drawQuestions(unit, randomBytes(16).toString('hex'))
    return beginAttempt({ tx, actor, now }, { enrolment: subject, unit, snapshot, reasons })
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
