import type { Language, TimelineFigure } from '#domain/catalogue/types'
import { yearOf } from './time-scale.ts'

/** A moment, a bar for what lasted, or a span: a stretch between entries, which is ours. Time is in fractions of years. */
export interface Mark {
  index: number
  kind: 'bar' | 'point' | 'span'
  start: number
  end: number
  title: string
  /** What is said below the title: a note, and when it was. */
  details: string[]
}

/** Everything the timeline shows, in one language. */
export function marksOf({ entries, spans }: TimelineFigure, language: Language): Mark[] {
  return [
    ...entries.map(
      ({ start, end, label, note, when }, index): Mark => ({
        index,
        kind: end ? 'bar' : 'point',
        start: yearOf(start),
        end: end ? yearOf(end, true) : yearOf(start),
        title: label[language],
        details: [note[language], when[language]].filter(Boolean),
      }),
    ),
    ...spans.map(
      ({ start, end, label, note }, index): Mark => ({
        index,
        kind: 'span',
        // Between days it is from one to the other; a month or a year is over before it begins.
        start: yearOf(start, start.split('-').length < 3),
        end: yearOf(end),
        title: label[language],
        details: [note[language]].filter(Boolean),
      }),
    ),
  ]
}
