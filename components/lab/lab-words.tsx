import type { Language } from '#domain/catalogue/types'
import { weekdaysIn } from '#domain/labs/calendar'
import { wordsIn } from '../ui/words.tsx'
import { languageWord, weekdayWord } from './word-keys.ts'

/** The words of `lab.bench` that the browser needs, all of them plain sentences with at most `{name}`s to fill in, the names of the weekdays, and the language. */
const kept = new Map<Language, LabWordsShown>()

export type LabWordsShown = Record<string, string>

export function labWordsIn(language: Language): LabWordsShown {
  const words = kept.get(language) ?? read(language)
  kept.set(language, words)
  return words
}

const read = (language: Language): LabWordsShown => ({
  ...(wordsIn(language, 'lab').raw('bench' as never) as LabWordsShown),
  ...Object.fromEntries(weekdaysIn(language).map((name, day) => [weekdayWord(day), name])),
  [languageWord]: language,
})
