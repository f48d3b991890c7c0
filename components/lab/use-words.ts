'use client'

import { createContext, useContext, useMemo } from 'react'
import type { Language } from '#domain/catalogue/types'
import { type Teller, tellerOf } from '#domain/labs/tell'
import { sentence } from '../ui/sentence.ts'
import { languageWord, weekdayWord } from './word-keys.ts'

type Words = Record<string, string>

export const WordsContext = createContext<Words>({})

const languageOf = (words: Words): Language => (words[languageWord] === 'ja' ? 'ja' : 'en')

/** The language of whoever reads the workbench. */
export const useLanguage = (): Language => languageOf(useContext(WordsContext))

// Sums of tenths keep their parts.
const formOf = (language: Language) => new Intl.NumberFormat(language, { maximumFractionDigits: 6 })
const forms = { en: formOf('en'), ja: formOf('ja') }

/** Writes a number as the language of the words does: thousands are set apart. */
export const numberIn = (words: Words): ((value: number) => string) => {
  const form = forms[languageOf(words)]
  return (value) => form.format(value)
}

/** Numbers as the reader writes them, where they stand without a sentence. */
export const useNumber = (): ((value: number) => string) => numberIn(useContext(WordsContext))

/** The words of the workbench in the browser, asked for as the server's translator is; numbers in them are written for the reader. */
export function useWords(): (key: string, values?: Record<string, string | number>) => string {
  const words = useContext(WordsContext)
  const number = numberIn(words)
  return (key, values = {}) => {
    const written = Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? number(value) : value])
    return sentence(words[key] ?? key, Object.fromEntries(written))
  }
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
