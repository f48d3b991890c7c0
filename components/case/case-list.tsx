import { useLocale } from 'next-intl'
import type { Localised } from '#domain/catalogue/types'
import { useDates } from '../ui/dates.tsx'
import { useTranslations } from '../ui/words.tsx'

interface Props {
  cases: { id: string; title: Localised; standfirst: Localised; facts: number; checkedOn: string }[]
}

/** Every case with a dossier. */
export function CaseList({ cases }: Props) {
  const t = useTranslations('cases')
  const language = useLocale()
  const { writeDay } = useDates()
  return (
    <ul className="course-rows">
      {cases.map(({ id, title, standfirst, facts, checkedOn }) => (
        <li key={id}>
          <h2 className="title">
            <a href={`/cases/${id}`}>{title[language]}</a>
          </h2>
          <p>{standfirst[language]}</p>
          <p className="meta">
            {t('facts', { count: facts })} · {t('checkedOn', { date: writeDay(checkedOn, 'longDate') })}
          </p>
        </li>
      ))}
    </ul>
  )
}
