import type { LabWords } from '#domain/catalogue/types'
import { useTranslations } from '../ui/words.tsx'

/** What of a lab is the same in every attempt: its brief and its tasks. */
export function LabSheet({ words: { brief, tasks } }: { words: LabWords }) {
  const t = useTranslations('preview')
  return (
    <>
      <p className="explained">{t('labAbout')}</p>
      {brief.map((paragraph) => (
        <p key={paragraph} className="explained">
          {paragraph}
        </p>
      ))}
      <ol className="objectives">
        {Object.entries(tasks).map(([id, { prompt }]) => (
          <li key={id}>{prompt}</li>
        ))}
      </ol>
    </>
  )
}
