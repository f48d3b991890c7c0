import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import type { Question, QuestionKind, QuizUnit } from '../catalogue/types.ts'
import { fraction, seededRandom, shuffled } from './random.ts'
import type { AskedQuestion, AttemptSnapshot } from './types.ts'

/**
 * What an attempt asks: `draw` questions of the pool, mixed over objectives and kinds as the pool is, choices in random order.
 * Pure: the same quiz and seed give the same snapshot.
 * @param seed 32 hexadecimal digits; stays on the server.
 */
export function drawQuestions(quiz: QuizUnit, seed: string): AttemptSnapshot {
  const random = seededRandom(seed)
  const drawn = shuffled(sampled(inStrata(quiz.questions, random), quiz.draw, random), random)
  const questions = drawn.map((question) => asked(question, random))
  return { seed, masteryScore: quiz.masteryScore, feedback: quiz.feedback, questions }
}

/**
 * Objective by objective, each with its kinds side by side, every second objective with its kinds backwards:
 * an even walk through this order meets each objective by its share, and does not meet the same kind each time.
 */
function inStrata(pool: readonly Question[], random: RandomGenerator): Question[] {
  const questions = shuffled(pool, random)
  const objectives = shuffled([...new Set(pool.map((question) => question.objective))].sort(), random)
  const kinds = shuffled([...new Set(pool.map((question) => question.kind))].sort(), random)
  return objectives.flatMap((objective, index) => {
    const walk: QuestionKind[] = index % 2 === 0 ? kinds : kinds.toReversed()
    return walk.flatMap((kind) => questions.filter((question) => question.objective === objective && question.kind === kind))
  })
}

/** Systematic sampling: even steps from a random start, so each question is equally likely and each stratum gets its share, rounded. */
function sampled<T>(ordered: readonly T[], count: number, random: RandomGenerator): T[] {
  if (count >= ordered.length) return [...ordered]
  const start = fraction(random)
  const stepsBefore = (index: number) => Math.ceil((index * count) / ordered.length - start)
  return ordered.filter((_, index) => stepsBefore(index + 1) > stepsBefore(index))
}

function asked(question: Question, random: RandomGenerator): AskedQuestion {
  const ids = shuffled(
    question.choices.map((choice) => choice.id),
    random,
  )
  return {
    question,
    shown: question.kind === 'order' ? unsolved(ids, question.correct) : ids,
    shownTargets:
      question.kind === 'match'
        ? shuffled(
            question.targets.map((target) => target.id),
            random,
          )
        : [],
    weight: 1,
  }
}

/** An order question is never shown already solved: the first would be a response nobody gave. */
function unsolved(ids: string[], correct: readonly string[]): string[] {
  return ids.every((id, index) => id === correct[index]) ? [...ids.slice(1), ...ids.slice(0, 1)] : ids
}
