import { eq } from 'drizzle-orm'
import { attempts } from '#db/schema/index'
import { correctResponse, wrongResponse } from '#domain/attempts/solve'
import type { CourseVersion } from '#domain/catalogue/types'
import type { Step } from '#domain/demo/passage'
import { activitiesOf } from '#domain/enrolments/activities'
import { rightResponses } from '#domain/labs/solve'
import { startAttempt } from '../attempts/start-attempt.ts'
import { submitResponse } from '../attempts/submit-response.ts'
import type { Caller } from '../caller.ts'
import { choose } from '../enrolments/choose.ts'
import { completeLesson } from '../enrolments/complete-lesson.ts'
import { savePlace } from '../enrolments/save-place.ts'
import { saveCaseFile } from '../labs/save-case-file.ts'
import { startLab } from '../labs/start-lab.ts'
import { submitLab } from '../labs/submit-lab.ts'
import { worldOf } from '../labs/worlds.ts'

/** Does one step in a course, as its learner. */
export async function take(learner: Caller, course: CourseVersion, step: Step): Promise<void> {
  const unit = course.units[step.unit]
  if (!unit) return
  const place = { courseId: course.id, unitId: unit.id }
  if (unit.kind !== 'lesson') {
    if (step.kind !== 'attempt') return
    return unit.kind === 'quiz' ? takeQuiz(learner, place, step) : takeLab(learner, place, step, unit.masteryScore)
  }
  if (step.kind === 'read') return savePlace(learner, { ...place, part: unit.parts.en[1]?.id ?? 'p1' })
  for (const { id, goes } of activitiesOf(unit)) for (const choices of goes) await choose(learner, { ...place, decision: id, choices })
  await savePlace(learner, { ...place, part: unit.parts.en.at(-1)?.id ?? 'p1' })
  await completeLesson(learner, place)
}

const secondsEach = 25
/** Whatever its seed gives to mark, so that two loadings keep the same time; the next step comes five minutes later at the earliest. */
const secondsInLab = 280
const changesAtOnce = 50

type Attempt = Extract<Step, { kind: 'attempt' }>

async function takeQuiz(learner: Caller, place: { courseId: string; unitId: string }, { responses }: Attempt): Promise<void> {
  const { id: attemptId } = await startAttempt(learner, place)
  const [attempt] = await learner.db.select({ snapshot: attempts.snapshot }).from(attempts).where(eq(attempts.id, attemptId))
  const questions = attempt?.snapshot.kind === 'lab' ? [] : (attempt?.snapshot.questions ?? [])
  for (const [position, { question }] of questions.entries()) {
    const { isRight = true, certainty = 'certain' } = responses[position] ?? {}
    const now = new Date(learner.now.getTime() + (position + 1) * secondsEach * 1000)
    const value = isRight ? correctResponse(question) : wrongResponse(question)
    await submitResponse({ ...learner, now }, { attemptId, position, sequence: position, value, certainty })
  }
}

/**
 * Whoever responds well enough has looked along the expert's path and found the evidence as well; whoever does not has taken its first step
 * only, and marked something that looked guilty.
 */
async function takeLab(
  learner: Caller,
  place: { courseId: string; unitId: string },
  { responses }: Attempt,
  masteryScore: number,
): Promise<void> {
  const { id: attemptId } = await startLab(learner, place)
  const [attempt] = await learner.db.select({ snapshot: attempts.snapshot }).from(attempts).where(eq(attempts.id, attemptId))
  if (attempt?.snapshot.kind !== 'lab') return
  const { lab, truth } = worldOf(attempt.snapshot)
  const rights = responses.filter(({ isRight }) => isRight).length
  const isGood = rights >= masteryScore * responses.length
  const right = rightResponses(lab.tasks, truth)
  const guiltyLooking = truth.decoys[rights % truth.decoys.length]?.rows.slice(0, 1) ?? []
  const changes = [
    ...truth.steps.slice(0, isGood ? undefined : 1).map(({ view }) => ({ do: 'look', view })),
    ...(isGood ? right.marks.map(({ row }) => row) : guiltyLooking).map((row) => ({ do: 'mark', row, reason: '' })),
    ...lab.tasks.flatMap(({ id }, index) => {
      const { isRight = true, certainty = 'certain' } = responses[index] ?? {}
      return isGood || isRight || index === 0 ? [{ do: 'respond', task: id, given: right.tasks[id]?.given, certainty }] : []
    }),
  ]
  const now = new Date(learner.now.getTime() + secondsInLab * 1000)
  let sequence = 0
  for (let at = 0; at < changes.length; at += changesAtOnce)
    sequence = (await saveCaseFile({ ...learner, now }, { attemptId, sequence, changes: changes.slice(at, at + changesAtOnce) })).sequence
  await submitLab({ ...learner, now }, { attemptId, sequence })
}
