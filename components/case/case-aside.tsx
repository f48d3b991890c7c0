import { useLocale } from 'next-intl'
import type { Dossier } from '#domain/catalogue/types'
import { useDates } from '../ui/dates.tsx'
import { MailLink } from '../ui/mail-link.tsx'
import { useTranslations } from '../ui/words.tsx'

export interface Contact {
  name: string
  email: string
}

interface Props {
  dossier: Dossier
  courses: { id: string; title: Dossier['title'] }[]
  contact: Contact | null
  maySetContact: boolean
}

/** Beside the facts: what is not known, where it is taught, when it was checked, whom to tell of a mistake. */
export function CaseAside({ dossier, courses, contact, maySetContact }: Props) {
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
      {contact ? (
        <p>
          {t('tell', { name: contact.name })} <MailLink address={contact.email} />
        </p>
      ) : (
        <>
          <p>{t('tellAdmins')}</p>
          {maySetContact && (
            <p>
              <a href="/admin/settings#contact">{t('setContact')}</a>
            </p>
          )}
        </>
      )}
      <p className="meta">{t('checkedOn', { date: writeDay(dossier.checkedOn, 'longDate') })}</p>
      <p className="meta">{t('notAffiliated')}</p>
    </aside>
  )
}
