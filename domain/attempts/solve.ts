import type { Question } from '../catalogue/types.ts'
import type { ResponseValue } from './types.ts'

/** The response that scores 1. */
export function correctResponse(question: Question): ResponseValue {
  return question.kind === 'match' ? { pairs: question.correct } : { choices: [...question.correct] }
}

/** A complete response that does not score 1. */
export function wrongResponse(question: Question): ResponseValue {
  const offered = question.choices.map((choice) => choice.id)
  if (question.kind === 'order') return { choices: question.correct.toReversed() }
  if (question.kind === 'match') {
    const turned = (id: string) => question.targets.find((target) => target.id !== question.correct[id])?.id as string
    return { pairs: Object.fromEntries(offered.map((id) => [id, turned(id)])) }
  }
  const correct: readonly string[] = question.correct
  return { choices: offered.filter((id) => !correct.includes(id)).slice(0, 1) }
}
