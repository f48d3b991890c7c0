import { createTranslator } from 'use-intl/core'
import type { Language } from '#domain/catalogue/types'

/** Fills the places in the words of a step or a decoy, plurals and choices included; words that cannot be read are told as they stand. */
export function say(language: Language, text: string, values: Readonly<Record<string, string | number>>): string {
  const translate = createTranslator({ locale: language, messages: { text }, onError: () => {}, getMessageFallback: () => text })
  return translate('text', { ...values })
}
