import { createTranslator } from 'use-intl/core'
import type { Language } from '#domain/catalogue/types'

type Values = Readonly<Record<string, string | number>>

/**
 * Fills the places in the words of a step or a decoy, plurals and choices included, with numbers as the language writes them; words that
 * cannot be read are told as they stand.
 */
export function say(language: Language, text: string, values: Values): string {
  const messages = { text: withNumbers(text, values) }
  const translate = createTranslator({ locale: language, messages, onError: () => {}, getMessageFallback: () => text })
  return translate('text', { ...values })
}

/**
 * The words with `{files}` written `{files, number}` where the value is a number: without it ICU puts 27445 as it stands. The branches of a
 * plural, `one {file}`, look like a place and are none: they begin inside another pair of braces, and what is in them is words again.
 */
export function withNumbers(text: string, values: Values): string {
  const inWords: boolean[] = [true]
  let told = ''
  for (let at = 0; at < text.length; at += 1) {
    const place = inWords.at(-1) ? /^\{\s*(\w+)\s*\}/u.exec(text.slice(at)) : null
    const [whole, name = ''] = place ?? ['']
    if (place) {
      told += typeof values[name] === 'number' ? `{${name}, number}` : whole
      at += whole.length - 1
      continue
    }
    if (text[at] === '{') inWords.push(!inWords.at(-1))
    if (text[at] === '}') inWords.pop()
    told += text[at]
  }
  return told
}
