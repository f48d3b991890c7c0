/** A learner's view of a question: what may leave the server, and when. */

import type { FactNote, Language, Localised, Question, QuestionKind } from '../catalogue/types.ts'
import type { AskedQuestion, Certainty, ResponseValue } from './types.ts'

export interface QuestionView {
  kind: QuestionKind
  prompt: string
  /** In the order shown. */
  choices: { id: string; text: string }[]
  /** In the order shown; empty but for match. */
  targets: { id: string; text: string }[]
}

export interface FeedbackView {
  value: ResponseValue
  certainty: Certainty
  /** Share of the question that was right, 0..1. */
  score: number
  correct: Question['correct']
  why: Record<string, string>
  facts: FactNote[]
}

/** The question as asked: nothing in it tells the correct response. */
export function viewQuestion({ question, shown, shownTargets }: AskedQuestion, language: Language): QuestionView {
  return {
    kind: question.kind,
    prompt: question.prompt[language],
    choices: inOrder(shown, question.choices, language),
    targets: question.kind === 'match' ? inOrder(shownTargets, question.targets, language) : [],
  }
}

/** The correct response, the reasons and the facts behind them: only for a response that was given. */
export function viewFeedback(
  { question }: AskedQuestion,
  given: { value: ResponseValue; certainty: Certainty; score: number },
  facts: Record<string, FactNote>,
  language: Language,
): FeedbackView {
  return {
    value: given.value,
    certainty: given.certainty,
    score: given.score,
    correct: question.correct,
    why: Object.fromEntries(question.choices.map(({ id, why }) => [id, why[language]])),
    facts: question.facts.flatMap((id) => facts[id] ?? []),
  }
}

function inOrder(ids: readonly string[], items: readonly { id: string; text: Localised }[], language: Language) {
  return ids.flatMap((id) => items.filter((item) => item.id === id).map(({ text }) => ({ id, text: text[language] })))
}

/** Feedback shows after each response, or when the attempt is submitted. */
export function showsFeedback(feedback: 'each' | 'end', status: 'in_progress' | 'submitted' | 'abandoned'): boolean {
  return feedback === 'each' || status === 'submitted'
}
