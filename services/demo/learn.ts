import { eq } from 'drizzle-orm'
import { attempts } from '#db/schema/index'
import { correctResponse, wrongResponse } from '#domain/attempts/solve'
import type { CourseVersion } from '#domain/catalogue/types'
import type { Step } from '#domain/demo/passage'
import { activitiesOf } from '#domain/enrolments/activities'
import { startAttempt } from '../attempts/start-attempt.ts'
import { submitResponse } from '../attempts/submit-response.ts'
import type { Caller } from '../caller.ts'
import { choose } from '../enrolments/choose.ts'
import { completeLesson } from '../enrolments/complete-lesson.ts'
import { savePlace } from '../enrolments/save-place.ts'

/** Does one step in a course, as its learner. */
export async function take(learner: Caller, course: CourseVersion, step: Step): Promise<void> {
  const unit = course.units[step.unit]
  if (!unit) return
  const place = { courseId: course.id, unitId: unit.id }
  if (unit.kind !== 'lesson') return unit.kind === 'quiz' && step.kind === 'attempt' ? takeQuiz(learner, place, step) : undefined
  if (step.kind === 'read') return savePlace(learner, { ...place, part: unit.parts.en[1]?.id ?? 'p1' })
  for (const { id, goes } of activitiesOf(unit)) for (const choices of goes) await choose(learner, { ...place, decision: id, choices })
  await savePlace(learner, { ...place, part: unit.parts.en.at(-1)?.id ?? 'p1' })
  await completeLesson(learner, place)
}

const secondsEach = 25

type Attempt = Extract<Step, { kind: 'attempt' }>

async function takeQuiz(learner: Caller, place: { courseId: string; unitId: string }, { responses }: Attempt): Promise<void> {
  const { id: attemptId } = await startAttempt(learner, place)
  const [attempt] = await learner.db.select({ snapshot: attempts.snapshot }).from(attempts).where(eq(attempts.id, attemptId))
  for (const [position, { question }] of (attempt?.snapshot.questions ?? []).entries()) {
    const { isRight = true, certainty = 'certain' } = responses[position] ?? {}
    const now = new Date(learner.now.getTime() + (position + 1) * secondsEach * 1000)
    const value = isRight ? correctResponse(question) : wrongResponse(question)
    await submitResponse({ ...learner, now }, { attemptId, position, sequence: position, value, certainty })
  }
}
