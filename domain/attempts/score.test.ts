import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryQuestion, arbitraryQuiz, arbitraryResponse, arbitrarySeed } from '#testing/arbitraries'
import { drawQuestions } from './draw.ts'
import { scoreAttempt, scoreResponse } from './score.ts'
import { correctResponse, wrongResponse } from './solve.ts'

const questionWithResponse = arbitraryQuestion().chain((question) => fc.tuple(fc.constant(question), arbitraryResponse(question)))

describe('scoring a response', () => {
  it('gives 1 to the correct response and less to every other', () => {
    fc.assert(
      fc.property(questionWithResponse, ([question, value]) => {
        const score = scoreResponse(question, value)
        expect(scoreResponse(question, correctResponse(question))).toBe(1)
        expect(scoreResponse(question, wrongResponse(question))).toBeLessThan(1)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score === 1).toBe(isCorrect(question, value))
      }),
    )
  })

  it('takes a wrong choice of several off a right one', () => {
    fc.assert(
      fc.property(arbitraryQuestion(), (question) => {
        if (question.kind !== 'several-choices') return
        const everything = { choices: question.choices.map((choice) => choice.id) }
        const wrong = question.choices.length - question.correct.length
        expect(scoreResponse(question, everything)).toBeCloseTo(Math.max(0, 1 - wrong / question.correct.length))
      }),
    )
  })

  it('gives nothing to a reversed order and two thirds to one neighbouring swap of three', () => {
    const question = fc.sample(
      arbitraryQuestion().filter((any) => any.kind === 'order' && any.choices.length === 3),
      1,
    )[0]
    if (question?.kind !== 'order') throw new Error('an order question was asked for')
    const [a, b, c] = question.correct as [string, string, string]
    expect(scoreResponse(question, { choices: [c, b, a] })).toBe(0)
    expect(scoreResponse(question, { choices: [b, a, c] })).toBeCloseTo(2 / 3)
  })

  it('gives nothing to a response of the wrong shape', () => {
    fc.assert(
      fc.property(arbitraryQuestion(), (question) => {
        const value = question.kind === 'match' ? { choices: ['x'] } : { pairs: { x: 'y' } }
        expect(scoreResponse(question, value)).toBe(0)
      }),
    )
  })
})

function isCorrect(question: Parameters<typeof correctResponse>[0], value: ReturnType<typeof correctResponse>): boolean {
  const right = correctResponse(question)
  if ('pairs' in right) return 'pairs' in value && Object.entries(right.pairs).every(([choice, target]) => value.pairs[choice] === target)
  if (!('choices' in value)) return false
  const order = (ids: string[]) => (question.kind === 'order' ? ids : ids.toSorted()).join()
  return order(value.choices) === order(right.choices)
}

describe('scoring an attempt', () => {
  it('lies between the worst and the best question and does not depend on a common factor of the weights', () => {
    const anything = fc.tuple(
      arbitraryQuiz,
      arbitrarySeed,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 24, maxLength: 24 }),
    )
    fc.assert(
      fc.property(anything, ([quiz, seed, all]) => {
        const snapshot = drawQuestions(quiz, seed)
        const scores = all.slice(0, snapshot.questions.length)
        const { score, isPassed } = scoreAttempt(snapshot, scores)
        expect(score).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-6)
        expect(score).toBeLessThanOrEqual(Math.max(...scores) + 1e-6)
        expect(isPassed).toBe(score >= 0.8)
        const heavier = { ...snapshot, questions: snapshot.questions.map((asked) => ({ ...asked, weight: asked.weight * 4 })) }
        expect(scoreAttempt(heavier, scores).score).toBeCloseTo(score)
      }),
    )
  })

  it('passes with exactly the mastery score', () => {
    const asked = { question: fc.sample(arbitraryQuestion(), 1)[0], shown: [], shownTargets: [], weight: 0.1 }
    if (!asked.question) throw new Error('a question was asked for')
    const snapshot = { seed: '', masteryScore: 0.8, feedback: 'each' as const, questions: Array(10).fill(asked) }
    expect(scoreAttempt(snapshot, [1, 1, 1, 1, 1, 1, 1, 1, 0, 0])).toEqual({ score: 0.8, isPassed: true })
  })
})
