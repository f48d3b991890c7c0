import { useLocale } from 'next-intl'

type Language = 'en' | 'ja'

const formsOf = (language: Language) => ({
  plain: new Intl.NumberFormat(language),
  percent: new Intl.NumberFormat(language, { style: 'percent' }),
  change: new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }),
  list: new Intl.ListFormat(language),
})
const forms = { en: formsOf('en'), ja: formsOf('ja') }

/** Numbers, and lists of words, as the reader's language writes them. */
export function useNumbers() {
  const { plain, percent, change, list } = forms[useLocale()]
  return {
    write: (value: number) => plain.format(value),
    /** A share, 0..1, in percent. */
    percent: (share: number) => percent.format(share),
    /** With its sign, be it more or less. */
    change: (value: number) => change.format(value),
    list: (words: readonly string[]) => list.format(words),
  }
}
