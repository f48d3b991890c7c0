import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryQuiz, arbitraryResponse, arbitrarySeed } from '#testing/arbitraries'
import { drawQuestions } from './draw.ts'
import { type AttemptState, keepDraft, respond } from './respond.ts'
import { correctResponse } from './solve.ts'
import { certainties } from './types.ts'

const arbitraryAttempt = fc.tuple(arbitraryQuiz, arbitrarySeed).chain(([quiz, seed]) => {
  const { questions } = drawQuestions(quiz, seed)
  return fc.record({ done: fc.nat(questions.length - 1), sequence: fc.nat(50) }).map(
    ({ done, sequence }): AttemptState => ({
      status: 'in_progress',
      sequence,
      questions,
      responses: questions.slice(0, done).map(({ question }) => ({ value: correctResponse(question), certainty: 'certain' as const })),
    }),
  )
})
const current = (attempt: AttemptState) => {
  const asked = attempt.questions[attempt.responses.length]
  if (!asked) throw new Error('the attempt has an open question')
  return asked.question
}
const attemptWithResponse = arbitraryAttempt.chain((attempt) =>
  fc.tuple(fc.constant(attempt), arbitraryResponse(current(attempt)), fc.constantFrom(...certainties)),
)
const now = (attempt: AttemptState) => ({ position: attempt.responses.length, sequence: attempt.sequence })

describe('responding', () => {
  it('refuses a response after submission', () => {
    fc.assert(
      fc.property(attemptWithResponse, ([attempt, value, certainty]) => {
        const closed = { ...attempt, status: 'submitted' as const }
        expect(respond(closed, { ...now(attempt), value, certainty })).toEqual({ kind: 'refused', reason: 'attempt_closed' })
        expect(keepDraft(closed, { ...now(attempt), value }, null)).toEqual({ kind: 'refused', reason: 'attempt_closed' })
      }),
    )
  })

  it('refuses what comes from an older form', () => {
    fc.assert(
      fc.property(attemptWithResponse, ([attempt, value, certainty]) => {
        const moved = { ...attempt, sequence: attempt.sequence + 1 }
        expect(respond(moved, { ...now(attempt), value, certainty })).toEqual({ kind: 'refused', reason: 'stale_sequence' })
        expect(keepDraft(moved, { ...now(attempt), value }, null)).toEqual({ kind: 'refused', reason: 'stale_sequence' })
      }),
    )
  })

  it('refuses choices and targets that were not offered, twice-named choices and another kind of response', () => {
    fc.assert(
      fc.property(arbitraryAttempt, (attempt) => {
        const { kind, choices } = current(attempt)
        const first = choices[0]?.id as string
        const unknown =
          kind === 'match'
            ? [{ pairs: { [first]: 'NOT' } }, { pairs: { NOT: 'x' } }, { choices: [first] }]
            : [{ choices: ['NOT'] }, { choices: [first, first] }, { pairs: { [first]: 'x' } }]
        for (const value of unknown)
          expect(respond(attempt, { ...now(attempt), value, certainty: 'certain' })).toEqual({ kind: 'refused', reason: 'unknown_choice' })
      }),
    )
  })

  it('refuses a response without a choice, but keeps such a draft', () => {
    fc.assert(
      fc.property(arbitraryAttempt, (attempt) => {
        const value = current(attempt).kind === 'match' ? { pairs: {} } : { choices: [] }
        expect(respond(attempt, { ...now(attempt), value, certainty: 'guessing' })).toEqual({ kind: 'refused', reason: 'incomplete' })
        expect(keepDraft(attempt, { ...now(attempt), value }, null)).toEqual({ kind: 'kept' })
      }),
    )
  })

  it('takes the same response again as the same, and another one not at all', () => {
    fc.assert(
      fc.property(attemptWithResponse, ([attempt, value, certainty]) => {
        const after = { ...attempt, sequence: attempt.sequence + 1, responses: [...attempt.responses, { value, certainty }] }
        const given = { ...now(attempt), value, certainty }
        expect(respond(after, given)).toEqual({ kind: 'repeated' })
        const other = certainty === 'certain' ? 'guessing' : 'certain'
        expect(respond(after, { ...given, certainty: other })).toEqual({ kind: 'refused', reason: 'already_responded' })
        expect(keepDraft(after, given, null)).toEqual({ kind: 'refused', reason: 'already_responded' })
      }),
    )
  })

  it('accepts every complete response to the question asked, and knows the last', () => {
    fc.assert(
      fc.property(attemptWithResponse, ([attempt, value, certainty]) => {
        const decision = respond(attempt, { ...now(attempt), value, certainty })
        const isLast = attempt.responses.length === attempt.questions.length - 1
        expect(decision).toMatchObject({ kind: 'accepted', isLast })
      }),
    )
  })

  it('gives the same score whatever the certainty', () => {
    fc.assert(
      fc.property(attemptWithResponse, ([attempt, value]) => {
        const scores = certainties.map((certainty) => respond(attempt, { ...now(attempt), value, certainty }))
        expect(scores[0]).toEqual(scores[1])
        expect(scores[1]).toEqual(scores[2])
      }),
    )
  })

  it('takes a draft whose reply was lost as kept', () => {
    fc.assert(
      fc.property(attemptWithResponse, ([attempt, value]) => {
        const after = { ...attempt, sequence: attempt.sequence + 1 }
        expect(keepDraft(after, { ...now(attempt), value }, value)).toEqual({ kind: 'repeated' })
      }),
    )
  })
})
