import type { Language } from '#domain/catalogue/types'
import { wordsIn } from '../ui/words.tsx'

/** The words of `lab.bench` that the browser needs, all of them plain sentences with at most `{name}`s to fill in. */
const kept = new Map<Language, LabWordsShown>()

export type LabWordsShown = Record<string, string>

export function labWordsIn(language: Language): LabWordsShown {
  const t = wordsIn(language, 'lab')
  const words = kept.get(language) ?? (t.raw('bench' as never) as LabWordsShown)
  kept.set(language, words)
  return words
}
