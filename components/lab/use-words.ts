'use client'

import { createContext, useContext } from 'react'
import { sentence } from '../ui/sentence.ts'

export const WordsContext = createContext<Record<string, string>>({})

/** The words of the workbench in the browser, asked for as the server's translator is. */
export function useWords(): (key: string, values?: Record<string, string | number>) => string {
  const words = useContext(WordsContext)
  return (key, values = {}) => sentence(words[key] ?? key, values)
}
