import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryQuiz, arbitrarySeed } from '#testing/arbitraries'
import { testCourse } from '#testing/course'
import { drawQuestions } from './draw.ts'

const quiz = testCourse.units.find((unit) => unit.kind === 'quiz')
if (!quiz) throw new Error('the test course has a quiz')
const seedOf = (number: number) => number.toString(16).padStart(32, '0')

describe('drawing questions', () => {
  it('refuses a seed of another form', () => {
    expect(() => drawQuestions(quiz, 'today')).toThrow('32 hexadecimal digits')
  })

  it('gives the same snapshot for the same seed', () => {
    fc.assert(
      fc.property(arbitraryQuiz, arbitrarySeed, (any, seed) => {
        expect(drawQuestions(any, seed)).toEqual(drawQuestions(any, seed))
      }),
    )
  })

  it('asks as many different questions of the pool as the quiz says', () => {
    fc.assert(
      fc.property(arbitraryQuiz, arbitrarySeed, (any, seed) => {
        const drawn = drawQuestions(any, seed).questions.map((asked) => asked.question.id)
        expect(new Set(drawn).size).toBe(any.draw)
        expect(drawn).toHaveLength(any.draw)
      }),
    )
  })

  it('meets each objective by its share of the pool, rounded up or down', () => {
    fc.assert(
      fc.property(arbitraryQuiz, arbitrarySeed, (any, seed) => {
        const drawn = drawQuestions(any, seed).questions
        for (const objective of new Set(any.questions.map((question) => question.objective))) {
          const share = (any.questions.filter((question) => question.objective === objective).length * any.draw) / any.questions.length
          const count = drawn.filter(({ question }) => question.objective === objective).length
          expect(count).toBeGreaterThanOrEqual(Math.floor(share + 1e-9))
          expect(count).toBeLessThanOrEqual(Math.ceil(share - 1e-9))
        }
      }),
    )
  })

  it('shows every choice and target once, and no order already solved', () => {
    fc.assert(
      fc.property(arbitraryQuiz, arbitrarySeed, (any, seed) => {
        for (const { question, shown, shownTargets } of drawQuestions(any, seed).questions) {
          expect(shown.toSorted()).toEqual(question.choices.map((choice) => choice.id).toSorted())
          if (question.kind === 'match') expect(shownTargets.toSorted()).toEqual(question.targets.map((target) => target.id).toSorted())
          if (question.kind === 'order') expect(shown).not.toEqual(question.correct)
        }
      }),
    )
  })

  it('draws every question of the pool about equally often', () => {
    const times = new Map<string, number>()
    for (let number = 1; number <= 400; number += 1)
      for (const { question } of drawQuestions(quiz, seedOf(number * 7919)).questions)
        times.set(question.id, (times.get(question.id) ?? 0) + 1)
    const counts = quiz.questions.map((question) => times.get(question.id) ?? 0)
    expect(Math.min(...counts)).toBeGreaterThan(150)
    expect(Math.max(...counts)).toBeLessThan(250)
  })
})
