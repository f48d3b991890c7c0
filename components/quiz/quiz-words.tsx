import type { Language } from '#domain/catalogue/types'
import { wordsIn } from '../ui/words.tsx'

/** The words of `quiz` that the browser needs, all of them plain sentences with at most `{name}`s to fill in. */
export const quizWordKeys = [
  'questionOf',
  'sure',
  'certainty.guessing',
  'certainty.fairly_sure',
  'certainty.certain',
  'certain.guessing',
  'certain.fairly_sure',
  'certain.certain',
  'keys.guessing',
  'keys.fairly_sure',
  'keys.certain',
  'key',
  'chooseWith',
  'neverCosts',
  'how.several-choices',
  'how.order',
  'how.match',
  'choosePair',
  'moveUp',
  'moveDown',
  'moved',
  'saved',
  'unsent',
  'goOn',
  'right',
  'partlyRight',
  'notRight',
  'correct',
  'yourResponse',
  'notChosen',
  'yourPlace',
  'correctPair',
  'yourPair',
  'why',
  'behind',
  'inLesson',
  'sureAndWrong',
  'nextQuestion',
  'seeResult',
  'enter',
] as const
export type QuizWord = (typeof quizWordKeys)[number]
export type QuizWords = Record<QuizWord, string>

const kept = new Map<Language, QuizWords>()

/** These words as they stand in the messages of a language. */
export function quizWordsIn(language: Language): QuizWords {
  const t = wordsIn(language, 'quiz')
  const words = kept.get(language) ?? (Object.fromEntries(quizWordKeys.map((key) => [key, t.raw(key)])) as QuizWords)
  kept.set(language, words)
  return words
}
