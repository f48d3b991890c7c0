import { useTranslations } from '../ui/words.tsx'

/** The free notes of a case file that was handed in; nothing where none were written. */
export function NotesTold({ note, who }: { note: string; who: 'you' | 'they' }) {
  const t = useTranslations('lab')
  if (note === '') return null
  return (
    <section aria-labelledby="notes-head">
      <h2 className="h2" id="notes-head">
        {t('notes', { who })}
      </h2>
      <p className="text written">{note}</p>
    </section>
  )
}
