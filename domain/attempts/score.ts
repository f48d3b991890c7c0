import type { Question } from '../catalogue/types.ts'
import type { AttemptSnapshot, ResponseValue } from './types.ts'

/**
 * The share of a question that a response got right, 0..1; 1 only for a correct response. Certainty and weight play no part.
 * One choice: all or nothing. Several: correct choices less wrong ones, as a share of the correct. Order: pairs in the right order, as a
 * share of all pairs. Match: right pairs, as a share of all.
 */
export function scoreResponse(question: Question, value: ResponseValue): number {
  if (question.kind === 'match') return 'pairs' in value ? shareOfPairs(question.correct, value.pairs) : 0
  if (!('choices' in value)) return 0
  if (question.kind === 'order') return shareInOrder(question.correct, value.choices)
  if (question.kind === 'one-choice') return value.choices.length === 1 && value.choices[0] === question.correct[0] ? 1 : 0
  return shareOfSeveral(question.correct, value.choices)
}

function shareOfSeveral(correct: readonly string[], chosen: readonly string[]): number {
  const given = new Set(chosen)
  const right = correct.filter((id) => given.has(id)).length
  return Math.max(0, (right - (given.size - right)) / correct.length)
}

function shareInOrder(correct: readonly string[], given: readonly string[]): number {
  const place = new Map(given.map((id, index) => [id, index]))
  const pairs = correct.flatMap((first, index) => correct.slice(index + 1).map((second) => [first, second] as const))
  const right = pairs.filter(([first, second]) => (place.get(first) ?? Number.NaN) < (place.get(second) ?? Number.NaN))
  return right.length / pairs.length
}

function shareOfPairs(correct: Record<string, string>, given: Record<string, string>): number {
  const pairs = Object.entries(correct)
  return pairs.filter(([choice, target]) => Object.hasOwn(given, choice) && given[choice] === target).length / pairs.length
}

/** Scores are kept to six digits, so that eight tenths are 0.8 whatever the order of adding. */
export const rounded = (score: number): number => Math.round(score * 1e6) / 1e6

/**
 * Score of a whole attempt, 0..1: the weighted mean of its questions, and whether it reaches the mastery score.
 * @param scores one for each question of the snapshot, in its order.
 */
export function scoreAttempt(
  { questions, masteryScore }: AttemptSnapshot,
  scores: readonly number[],
): { score: number; isPassed: boolean } {
  const weights = questions.reduce((sum, { weight }) => sum + weight, 0)
  const earned = questions.reduce((sum, { weight }, index) => sum + weight * (scores[index] ?? 0), 0)
  const score = rounded(earned / weights)
  return { score, isPassed: score >= masteryScore }
}

/** A score as whole percent for people to read. Rounded down, so that no score below the mastery score looks like it. */
export const percentOf = (score: number): number => Math.floor(score * 100 + 1e-6)
