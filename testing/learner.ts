import { eq } from 'drizzle-orm'
import { attempts, auditEvents } from '#db/schema/index'
import { correctResponse, wrongResponse } from '#domain/attempts/solve'
import type { AskedQuestion, ResponseValue } from '#domain/attempts/types'
import { startAttempt } from '#services/attempts/start-attempt'
import { submitResponse } from '#services/attempts/submit-response'
import type { Caller } from '#services/caller'
import { choose } from '#services/enrolments/choose'
import { completeLesson } from '#services/enrolments/complete-lesson'
import { startEnrolment } from '#services/enrolments/start-enrolment'
import { testCourse } from './course.ts'

/** What a learner does in the test course, through the verbs. */

export const courseId = testCourse.id
export const lesson = { courseId, unitId: 'a-badge-is-lost' }
export const quiz = { courseId, unitId: 'what-you-would-do' }
export const decision = { decision: 'badge-at-the-door', choices: ['2'] }

export const enrol = (learner: Caller) => startEnrolment(learner, { courseId })
export const later = (caller: Caller, hours: number): Caller => ({ ...caller, now: new Date(caller.now.getTime() + hours * 3_600_000) })

export async function readLesson(learner: Caller): Promise<void> {
  await choose(learner, { ...lesson, ...decision })
  await completeLesson(learner, lesson)
}

/** The questions of an attempt with their correct responses, as only a test may read them. */
export async function askedIn(learner: Caller, attemptId: string): Promise<AskedQuestion[]> {
  const [row] = await learner.db.select({ snapshot: attempts.snapshot }).from(attempts).where(eq(attempts.id, attemptId))
  if (!row || row.snapshot.kind === 'lab') throw new Error('no such attempt')
  return row.snapshot.questions
}

export const right = ({ question }: AskedQuestion): ResponseValue => correctResponse(question)
export const wrong = ({ question }: AskedQuestion): ResponseValue => wrongResponse(question)

/** Takes the whole quiz, everything right or everything wrong. */
export async function takeQuiz(learner: Caller, responding: typeof right): Promise<{ attemptId: string }> {
  const { id: attemptId } = await startAttempt(learner, quiz)
  for (const [position, asked] of (await askedIn(learner, attemptId)).entries())
    await submitResponse(learner, { attemptId, position, sequence: position, value: responding(asked), certainty: 'fairly_sure' })
  return { attemptId }
}

/** The verbs of the audit log about one subject, oldest first. */
export async function eventsAbout({ db }: Caller, subjectId: string): Promise<string[]> {
  const rows = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, subjectId)).orderBy(auditEvents.id)
  return rows.map((event) => event.verb)
}
