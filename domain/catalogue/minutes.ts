/** How long a unit takes, from its text. Rates are those of careful adult reading on a screen. */
import type { Localised } from './types.ts'

const wordsPerMinute = 200
const charactersPerMinute = 500
const minutesPerDecision = 1
const minutesPerFigure = 0.5
const minutesPerQuestion = 0.5

/** Whole minutes, at least 1, for a lesson: the slower of its two languages, and time for its decisions and figures. */
export function lessonMinutes(text: Localised, counts: { decisions: number; figures: number }): number {
  const english = (text.en.match(/\S+/gu)?.length ?? 0) / wordsPerMinute
  const japanese = text.ja.replace(/\s/gu, '').length / charactersPerMinute
  const minutes = Math.max(english, japanese) + counts.decisions * minutesPerDecision + counts.figures * minutesPerFigure
  return Math.max(1, Math.round(minutes))
}

/** Whole minutes for a quiz that asks `draw` questions. */
export function quizMinutes(draw: number): number {
  return Math.max(1, Math.ceil(draw * minutesPerQuestion))
}
