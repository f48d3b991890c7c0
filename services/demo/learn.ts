import { eq } from 'drizzle-orm'
import { attempts } from '#db/schema/index'
import { correctResponse, wrongResponse } from '#domain/attempts/solve'
import type { CourseVersion, LessonUnit, QuizUnit } from '#domain/catalogue/types'
import type { Step } from '#domain/demo/passage'
import { activitiesOf } from '#domain/enrolments/activities'
import { startAttempt } from '../attempts/start-attempt.ts'
import { submitResponse } from '../attempts/submit-response.ts'
import type { Caller } from '../caller.ts'
import { choose } from '../enrolments/choose.ts'
import { completeLesson } from '../enrolments/complete-lesson.ts'
import { savePlace } from '../enrolments/save-place.ts'

export const lessonsOf = (course: CourseVersion): LessonUnit[] => course.units.filter((unit) => unit.kind === 'lesson')

/** @throws when the course has no quiz. */
export function quizOf(course: CourseVersion): QuizUnit {
  const quiz = course.units.find((unit) => unit.kind === 'quiz')
  if (!quiz) throw new Error(`the course ${course.id} has no quiz`)
  return quiz
}

/** Does one step in a course, as its learner. */
export async function take(learner: Caller, course: CourseVersion, step: Step): Promise<void> {
  if (step.kind === 'attempt') return takeQuiz(learner, course, step)
  const lesson = lessonsOf(course)[step.lesson]
  if (!lesson) return
  const place = { courseId: course.id, unitId: lesson.id }
  if (step.kind === 'read') return savePlace(learner, { ...place, part: lesson.parts.en[1]?.id ?? 'p1' })
  for (const { id, goes } of activitiesOf(lesson)) for (const choices of goes) await choose(learner, { ...place, decision: id, choices })
  await savePlace(learner, { ...place, part: lesson.parts.en.at(-1)?.id ?? 'p1' })
  await completeLesson(learner, place)
}

const secondsEach = 25

async function takeQuiz(learner: Caller, course: CourseVersion, { responses }: Extract<Step, { kind: 'attempt' }>): Promise<void> {
  const { id: attemptId } = await startAttempt(learner, { courseId: course.id, unitId: quizOf(course).id })
  const [attempt] = await learner.db.select({ snapshot: attempts.snapshot }).from(attempts).where(eq(attempts.id, attemptId))
  for (const [position, { question }] of (attempt?.snapshot.questions ?? []).entries()) {
    const { isRight = true, certainty = 'certain' } = responses[position] ?? {}
    const now = new Date(learner.now.getTime() + (position + 1) * secondsEach * 1000)
    const value = isRight ? correctResponse(question) : wrongResponse(question)
    await submitResponse({ ...learner, now }, { attemptId, position, sequence: position, value, certainty })
  }
}
