import { NoteLines } from '../lesson/note-lines.tsx'
import type { FeedbackShown } from './quiz-step.tsx'
import { useWords } from './use-words.ts'

/** The facts behind a question: who says so, how it is known, how sure, and where the lesson tells it. */
export function FactLines({ facts }: Pick<FeedbackShown, 'facts'>) {
  const t = useWords()
  return (
    <section className="behind" aria-labelledby="behind">
      <h2 className="label" id="behind">
        {t('behind')}
      </h2>
      <ul>
        {facts.map((fact) => (
          <li key={fact.id}>
            <NoteLines note={fact} />
            {fact.lesson && (
              <a className="small" href={fact.lesson}>
                {t('inLesson')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
