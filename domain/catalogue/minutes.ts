/** How long a unit takes, from its text. Rates are those of careful adult reading on a screen. */
import { isActivity } from './activity.ts'
import type { SourceLesson, UnitSource } from './source.ts'
import type { Localised } from './types.ts'

const wordsPerMinute = 200
const charactersPerMinute = 500
const minutesPerActivity = 1
const minutesPerFigure = 0.5
const minutesPerQuestion = 0.5

/** Minutes of reading, not rounded: of the slower of two languages. */
export function readingMinutes(text: Localised): number {
  const english = (text.en.match(/\S+/gu)?.length ?? 0) / wordsPerMinute
  const japanese = text.ja.replace(/\s/gu, '').length / charactersPerMinute
  return Math.max(english, japanese)
}

/** Minutes for a lesson, not rounded: the slower of its two languages, and time for what there is to do and its figures. */
export function lessonMinutes(text: Localised, counts: { activities: number; figures: number }): number {
  return readingMinutes(text) + counts.activities * minutesPerActivity + counts.figures * minutesPerFigure
}

/** Minutes for a quiz that asks `draw` questions, not rounded. */
export const quizMinutes = (draw: number): number => draw * minutesPerQuestion

/** Whole minutes, at least 1, for a unit, or for several together: rounded once, each counted once. */
export function minutesOf(units: Iterable<UnitSource>): number {
  const sum = [...new Set(units)].reduce((minutes, unit) => minutes + minutesOfUnit(unit), 0)
  return Math.max(1, Math.round(sum))
}

/** Minutes of one unit, not rounded. */
export function minutesOfUnit(unit: UnitSource): number {
  if (unit.kind === 'quiz') return quizMinutes(unit.quiz.data.draw)
  if (unit.kind === 'lab') return unit.lab.data.minutes
  const { en, ja } = unit.languages
  const blocks = en.parts.flatMap((part) => part.blocks)
  const activities = blocks.filter(({ block }) => isActivity(block)).length
  return lessonMinutes({ en: textOf(en), ja: textOf(ja) }, { activities, figures: unit.figures.data.length })
}

function textOf({ title, standfirst, parts }: SourceLesson): string {
  return [title, standfirst, ...parts.flatMap((part) => [part.title, ...part.blocks.map((block) => block.source)])]
    .map(({ text }) => text)
    .join('\n')
}
