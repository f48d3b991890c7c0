import { useLocale } from 'next-intl'
import type { Dossier } from '#domain/catalogue/types'
import { useDates } from '../ui/dates.tsx'
import { useTranslations } from '../ui/words.tsx'

export interface Contact {
  name: string
  email: string
}

interface Props {
  dossier: Dossier
  courses: { id: string; title: Dossier['title'] }[]
  contact: Contact | null
}

/** Beside the facts: what is not known, where it is taught, when it was checked, whom to tell of a mistake. */
export function CaseAside({ dossier, courses, contact }: Props) {
  const t = useTranslations('cases')
  const language = useLocale()
  const { writeDay } = useDates()
  return (
    <aside className="aside" aria-label={t('aside')}>
      <div className="sheet">
        <h2>{t('notKnown')}</h2>
        <ul>
          {dossier.notKnown.map((sentence) => (
            <li key={sentence.en}>{sentence[language]}</li>
          ))}
        </ul>
      </div>
      {courses.length > 0 && (
        <>
          <h2>{t('taughtIn')}</h2>
          <ul>
            {courses.map(({ id, title }) => (
              <li key={id}>
                <a href={`/courses/${id}`}>{title[language]}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('corrections')}</h2>
      <p>
        {contact ? t('tell', { name: contact.name }) : t('tellNobody')}
        {contact && (
          <>
            {' '}
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </>
        )}
      </p>
      <p className="meta">{t('checkedOn', { date: writeDay(dossier.checkedOn, 'longDate') })}</p>
      <p className="meta">{t('notAffiliated')}</p>
    </aside>
  )
}
