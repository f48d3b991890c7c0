import type { FactNote, Language } from '#domain/catalogue/types'
import { Note } from '../lesson/note.tsx'
import { useTranslations } from '../ui/words.tsx'

interface Props {
  facts: readonly FactNote[]
  language: Language
  notes: Record<string, string>
}

/** The facts behind a question: who says so, how it is known, how sure, and where the lesson tells it. */
export function FactLines({ facts, language, notes }: Props) {
  const t = useTranslations('quiz')
  return (
    <section className="behind" aria-labelledby="behind">
      <h2 className="label" id="behind">
        {t('behind')}
      </h2>
      <ul>
        {facts.map((fact) => (
          <li key={fact.id}>
            <Note fact={fact} language={language} number={null} />
            {notes[fact.id] && (
              <a className="small" href={notes[fact.id]}>
                {t('inLesson')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
