'use client'

import { createContext, useContext } from 'react'
import { sentence } from '../ui/sentence.ts'
import type { QuizWord, QuizWords } from './quiz-words.tsx'

export const WordsContext = createContext<Partial<QuizWords>>({})

/** The words of a quiz in the browser, asked for as the server's translator is. */
export function useWords(): (key: QuizWord, values?: Record<string, string | number>) => string {
  const words = useContext(WordsContext)
  return (key, values = {}) => sentence(words[key] ?? key, values)
}
