import { useLocale } from 'next-intl'
import type { Localised } from '#domain/catalogue/types'

/** What a course leads to: a few sentences to act on. */
export function MondayList({ sentences }: { sentences: readonly Localised[] }) {
  const language = useLocale()
  return (
    <ul className="objectives">
      {sentences.map((sentence) => (
        <li key={sentence.en}>{sentence[language]}</li>
      ))}
    </ul>
  )
}
