import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testCourse } from '#testing/course'
import { courseScore, isCourseComplete, isLessonComplete, minutesLeft, openDecisions } from './progress.ts'

const lesson = testCourse.units.find((unit) => unit.kind === 'lesson')
if (!lesson) throw new Error('the test course has a lesson')
const decided = { 'badge-at-the-door': ['2', '1'] }

describe('completing a lesson', () => {
  it('is refused before the end, without its decision, and unread', () => {
    expect(isLessonComplete(lesson, null)).toBe(false)
    expect(isLessonComplete(lesson, { part: 'p2', furthestPart: 2, decisions: decided })).toBe(false)
    expect(isLessonComplete(lesson, { part: 'p3', furthestPart: 3, decisions: {} })).toBe(false)
    expect(isLessonComplete(lesson, { part: 'p3', furthestPart: 3, decisions: { 'badge-at-the-door': [] } })).toBe(false)
  })

  it('needs the end reached and the decisions made, whatever was chosen and wherever one reads again', () => {
    expect(isLessonComplete(lesson, { part: 'p1', furthestPart: 3, decisions: decided })).toBe(true)
    expect(openDecisions(lesson, { decisions: decided })).toEqual([])
    expect(openDecisions(lesson, null)).toEqual([{ id: 'badge-at-the-door', kind: 'decision' }])
  })

  it('leaves fewer minutes the further one is, and never none', () => {
    const left = [null, 1, 2, 3].map((part) => minutesLeft(lesson, part === null ? null : { furthestPart: part }))
    expect(left).toEqual([5, 5, 3, 2])
  })
})

describe('completing a course', () => {
  const ids = testCourse.units.map((unit) => unit.id)

  it('needs every unit', () => {
    fc.assert(
      fc.property(fc.subarray(ids), (done) => {
        expect(isCourseComplete(testCourse, new Set(done))).toBe(done.length === ids.length)
      }),
    )
  })

  it('scores the mean of the best scores of its quizzes', () => {
    const [, quiz] = testCourse.units
    if (quiz?.kind !== 'quiz') throw new Error('the second unit is a quiz')
    const two = { units: [...testCourse.units, { ...quiz, id: 'another' }] }
    expect(
      courseScore(
        two,
        new Map([
          [quiz.id, 0.9],
          ['another', 0.8],
        ]),
      ),
    ).toBe(0.85)
    expect(courseScore(two, new Map([[quiz.id, 0.9]]))).toBe(0.45)
    expect(courseScore({ units: [] }, new Map())).toBeNull()
  })
})
