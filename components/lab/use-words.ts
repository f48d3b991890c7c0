'use client'

import { createContext, useContext, useMemo } from 'react'
import { type Teller, tellerOf } from '#domain/labs/tell'
import { sentence } from '../ui/sentence.ts'
import { weekdayWord } from './weekday-word.ts'

export const WordsContext = createContext<Record<string, string>>({})

/** The words of the workbench in the browser, asked for as the server's translator is. */
export function useWords(): (key: string, values?: Record<string, string | number>) => string {
  const words = useContext(WordsContext)
  return (key, values = {}) => sentence(words[key] ?? key, values)
}

/** How cells are told to whoever reads the workbench. @param values the words of codes. */
export function useTeller(values: Record<string, string>): Teller {
  const words = useContext(WordsContext)
  return useMemo(
    () =>
      tellerOf(
        values,
        Array.from({ length: 7 }, (_, day) => words[weekdayWord(day)] ?? ''),
      ),
    [values, words],
  )
}
