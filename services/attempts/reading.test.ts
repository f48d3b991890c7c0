import { beforeAll, describe, expect, it } from 'vitest'
import { publishTestCourse, testCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeOrganisation, makePerson } from '#testing/factories'
import { askedIn, courseId, enrol, quiz, right, takeQuiz, wrong } from '#testing/learner'
import type { Caller } from '../caller.ts'
import { getMyCourse } from '../enrolments/get-my-course.ts'
import { listMyTraining } from '../enrolments/list-my-training.ts'
import { getAttempt } from './get-attempt.ts'
import { getResult } from './get-result.ts'
import { saveDraft } from './save-draft.ts'
import { startAttempt } from './start-attempt.ts'
import { submitResponse } from './submit-response.ts'

const { db } = await testDatabase()
let groupId: string
const enrolled = async () => {
  const caller = await callerFor(db, (await makePerson(db, { groupId })).id)
  await enrol(caller)
  return caller
}

beforeAll(async () => {
  groupId = (await makeOrganisation(db)).rootId
  await publishTestCourse(db)
})

describe('reading an attempt', () => {
  it('is refused to everybody else, reviewers included, and for questions not reached', async () => {
    const learner = await enrolled()
    const { id: attemptId } = await startAttempt(learner, quiz)
    const reviewer = await callerFor(db, (await makePerson(db, { groupId, grants: [{ role: 'reviewer', of: null }] })).id)
    for (const other of [await enrolled(), reviewer]) {
      await expect(getAttempt(other, { attemptId, language: 'en' })).rejects.toThrow('attempt')
      await expect(getResult(other, { attemptId, language: 'en' })).rejects.toThrow('attempt')
    }
    await expect(getAttempt(learner, { attemptId, position: 1, language: 'en' })).rejects.toThrow('question')
    await expect(getResult(learner, { attemptId, language: 'en' })).rejects.toThrow('result')
  })

  it('resumes on another device with the draft and the number of writes', async () => {
    const learner = await enrolled()
    const { id: attemptId } = await startAttempt(learner, quiz)
    const [asked] = await askedIn(learner, attemptId)
    if (!asked) throw new Error('the quiz asks questions')
    await saveDraft(learner, { attemptId, position: 0, sequence: 0, value: right(asked) })
    const view = await getAttempt(learner, { attemptId, language: 'ja' })
    expect(view).toMatchObject({ position: 0, responded: 0, count: 6, sequence: 1, draft: right(asked), feedback: null })
    expect(view.question.prompt).toBe(asked.question.prompt.ja)
  })

  it('never gives the correct response, a reason or a fact before the response', async () => {
    const learner = await enrolled()
    const { id: attemptId } = await startAttempt(learner, quiz)
    const asked = await askedIn(learner, attemptId)
    for (const [position, one] of asked.entries()) {
      const open = [await getAttempt(learner, { attemptId, language: 'en' }), await wholeOf(learner)]
      for (const later of asked.slice(position)) {
        expect(JSON.stringify(open)).not.toContain(`in ${later.question.id.replace(/-(\d)$/, ' $1')}`)
        expect(open[0]).toMatchObject({ feedback: null })
      }
      expect(JSON.stringify(open)).not.toMatch(/"correct"|"why"|badge-reading/)
      const taken = await submitResponse(learner, { attemptId, position, sequence: position, value: wrong(one), certainty: 'guessing' })
      expect(taken.feedback).toMatchObject({ position, feedback: { correct: one.question.correct } })
      expect(JSON.stringify(taken.question)).not.toMatch(/"correct"|"why"|badge-reading/)
      for (const later of asked.slice(position + 1))
        expect(JSON.stringify(taken)).not.toContain(`in ${later.question.id.replace(/-(\d)$/, ' $1')}`)
      const given = await getAttempt(learner, { attemptId, position, language: 'en' })
      expect(given.feedback).toMatchObject({ correct: one.question.correct, certainty: 'guessing', facts: [{ id: 'badge-reading' }] })
    }
  })

  it('tells the result question by question', async () => {
    const learner = await enrolled()
    const { attemptId } = await takeQuiz(learner, right)
    const result = await getResult(learner, { attemptId, language: 'en' })
    expect(result).toMatchObject({ number: 1, score: 1, isPassed: true, masteryScore: 0.8 })
    expect(result.questions.map(({ score }) => score)).toEqual([1, 1, 1, 1, 1, 1])
    expect(testCourse.units[1]?.id).toBe(quiz.unitId)
  })
})

/** Everything the pages of a course give away besides. */
async function wholeOf(learner: Caller) {
  return [await listMyTraining(learner, {}), await getMyCourse(learner, { courseId, unitId: quiz.unitId })]
}
