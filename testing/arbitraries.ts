import fc from 'fast-check'
import type { ResponseValue } from '#domain/attempts/types'
import type { Localised, Question, QuizUnit } from '#domain/catalogue/types'

/** Questions, responses and quizzes for property tests; every secret text begins with `secret`. */

const both = (words: string): Localised => ({ en: words, ja: words })
const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{2,6}$/), { minLength: 3, maxLength: 6 })
const objectives = fc.constantFrom('first', 'second', 'third')

const base = (id: string, choiceIds: string[], objective: string) => ({
  id,
  difficulty: 1 as const,
  objective,
  facts: ['secret-fact'],
  prompt: both(`prompt of ${id}`),
  choices: choiceIds.map((choice) => ({ id: choice, text: both(`text of ${choice}`), why: both(`secret why of ${choice}`) })),
})

export const arbitraryQuestion = (id = 'question'): fc.Arbitrary<Question> =>
  fc
    .tuple(ids, objectives, fc.constantFrom('one-choice', 'several-choices', 'order', 'match'), fc.nat())
    .map(([choices, objective, kind, n]) => {
      const common = base(id, choices, objective)
      if (kind === 'one-choice') return { ...common, kind, correct: [choices[n % choices.length] as string] }
      if (kind === 'order') return { ...common, kind, correct: choices }
      if (kind === 'several-choices') return { ...common, kind, correct: choices.slice(0, 1 + (n % (choices.length - 1))) }
      const targets = ['x', 'y', 'z'].map((target) => ({ id: target, text: both(`text of ${target}`) }))
      const correct = Object.fromEntries(choices.map((choice, index) => [choice, ['x', 'y', 'z'][(index + n) % 3] as string]))
      return { ...common, kind, targets, correct }
    })

/** A complete response to a question, right or wrong. */
export function arbitraryResponse(question: Question): fc.Arbitrary<ResponseValue> {
  const offered = question.choices.map((choice) => choice.id)
  if (question.kind === 'one-choice') return fc.constantFrom(...offered).map((id) => ({ choices: [id] }))
  if (question.kind === 'several-choices') return fc.subarray(offered, { minLength: 1 }).map((choices) => ({ choices }))
  if (question.kind === 'order') return fc.shuffledSubarray(offered, { minLength: offered.length }).map((choices) => ({ choices }))
  const target = fc.constantFrom(...question.targets.map(({ id }) => id))
  return fc.record(Object.fromEntries(offered.map((id) => [id, target]))).map((pairs) => ({ pairs }))
}

export const arbitraryQuiz: fc.Arbitrary<QuizUnit> = fc
  .integer({ min: 1, max: 24 })
  .chain((size) =>
    fc.tuple(
      fc.tuple(...Array.from({ length: size }, (_, index) => arbitraryQuestion(`question-${index}`))),
      fc.integer({ min: 1, max: size }),
    ),
  )
  .map(([questions, draw]) => ({
    kind: 'quiz' as const,
    id: 'quiz',
    hash: '0'.repeat(64),
    title: both('Quiz'),
    minutes: 4,
    draw,
    masteryScore: 0.8,
    attempts: 3,
    pauseDays: 1,
    feedback: 'each' as const,
    questions,
  }))

export const arbitrarySeed = fc.stringMatching(/^[0-9a-f]{32}$/)
