import type { Locale, Messages, NamespaceKeys, NestedKeyOf } from 'next-intl'
import { useLocale } from 'next-intl'
import { getLocale } from 'next-intl/server'
import type { ReactElement } from 'react'
import { createTranslator } from 'use-intl/core'
import en from '#messages/en'
import ja from '#messages/ja'

/**
 * The words of the interface, as next-intl has them. It would read every message anew for each request; here what was read once is kept,
 * a translator for each language and namespace. For server components: what runs in the browser gets its words as props.
 */

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>
type Translator<N extends Namespace> = ReturnType<typeof createTranslator<Messages, N>>

const messages: Record<Locale, Messages> = { en, ja: ja as Messages }
const translators = new Map<string, unknown>()

/** The words of a namespace in a language. */
export function wordsIn<N extends Namespace = never>(locale: Locale, namespace?: N): Translator<N> {
  const key = `${locale} ${namespace ?? ''}`
  const translator = translators.get(key) ?? createTranslator({ locale, messages: messages[locale], namespace })
  translators.set(key, translator)
  return translator as Translator<N>
}

/** The language of markup that is rendered outside any request; null within one. */
let fixedLanguage: Locale | null = null

/** Renders in a language, whoever asks: for markup that is kept. It must be rendered at once, in one go. */
export function inLanguage<T>(language: Locale, render: () => T): T {
  const before = fixedLanguage
  fixedLanguage = language
  try {
    return render()
  } finally {
    fixedLanguage = before
  }
}

/** Gives the markup of a part of a page that is the same for all who read it in a language; the part's name is unlike any other's. */
export type FixedMarkup = (part: string, render: () => ReactElement) => { __html: string }

/** In components: the words of a namespace in the reader's language. */
export function useTranslations<N extends Namespace = never>(namespace?: N): Translator<N> {
  // biome-ignore lint/correctness/useHookAtTopLevel: all of one rendering is within a request, or none of it is
  return wordsIn(fixedLanguage ?? useLocale(), namespace)
}

/** In pages, actions and other asynchronous code: the same. */
export async function getTranslations<N extends Namespace = never>(namespace?: N): Promise<Translator<N>> {
  return wordsIn(await getLocale(), namespace)
}
