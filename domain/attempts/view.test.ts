import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryQuiz, arbitrarySeed } from '#testing/arbitraries'
import { drawQuestions } from './draw.ts'
import { correctResponse } from './solve.ts'
import { showsFeedback, viewFeedback, viewQuestion } from './view.ts'

describe("a learner's view of a question", () => {
  it('never holds the correct response, a reason or a fact', () => {
    fc.assert(
      fc.property(arbitraryQuiz, arbitrarySeed, (quiz, seed) => {
        for (const asked of drawQuestions(quiz, seed).questions) {
          const view = viewQuestion(asked, 'en')
          expect(JSON.stringify(view)).not.toMatch(/secret|correct/)
          expect(Object.keys(view).toSorted()).toEqual(['choices', 'kind', 'prompt', 'targets'])
          expect(view.choices.map(({ id }) => id)).toEqual(asked.shown)
          expect(view.choices.every((choice) => Object.keys(choice).toSorted().join() === 'id,text')).toBe(true)
        }
      }),
    )
  })

  it('is the same for every correct response', () => {
    fc.assert(
      fc.property(arbitraryQuiz, arbitrarySeed, (quiz, seed) => {
        for (const asked of drawQuestions(quiz, seed).questions) {
          if (asked.question.kind !== 'one-choice') continue
          const other = { ...asked, question: { ...asked.question, correct: [asked.shown[0] ?? ''] as [string] } }
          expect(viewQuestion(other, 'ja')).toEqual(viewQuestion(asked, 'ja'))
        }
      }),
    )
  })

  it('gives reasons and facts with the feedback', () => {
    const note = {
      id: 'secret-fact',
      status: 'media-report',
      isOwnReading: false,
      whoSays: { en: 'w', ja: 'w' },
      source: { en: 's', ja: 's' },
      confidence: 'high',
    } as const
    fc.assert(
      fc.property(arbitraryQuiz, arbitrarySeed, (quiz, seed) => {
        for (const asked of drawQuestions(quiz, seed).questions) {
          const given = { value: correctResponse(asked.question), certainty: 'certain' as const, score: 1 }
          const feedback = viewFeedback(asked, given, { [note.id]: note }, 'en')
          expect(Object.keys(feedback.why).toSorted()).toEqual(asked.shown.toSorted())
          expect(feedback.facts).toEqual([note])
        }
      }),
    )
  })

  it('waits for the end where the quiz says so', () => {
    expect(showsFeedback('end', 'in_progress')).toBe(false)
    expect(showsFeedback('end', 'submitted')).toBe(true)
    expect(showsFeedback('each', 'in_progress')).toBe(true)
  })
})
