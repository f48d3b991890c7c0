import { useLocale } from 'next-intl'
import { dayOf } from '#domain/calendar'
import type { Localised } from '#domain/catalogue/types'
import { Day } from '../ui/dates.tsx'
import { Mark } from '../ui/mark.tsx'
import { useTranslations } from '../ui/words.tsx'

interface Row {
  id: string
  courseTitle: Localised
  audiences: string[]
  singlePeople: number
  dueOn: string | null
  createdAt: Date
  cancelledAt: Date | null
  done: number
  open: number
  overdue: number
}

export function AssignmentTable({ rows, today, timeZone }: { rows: readonly Row[]; today: string; timeZone: string }) {
  const t = useTranslations('assignments')
  const language = useLocale()
  const audience = (row: Row) =>
    [...row.audiences, row.singlePeople > 0 && t('singlePeople', { count: row.singlePeople })].filter(Boolean).join(', ')
  return (
    <table className="table rows">
      <caption className="sr">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('course')}</th>
          <th scope="col">{t('made')}</th>
          <th scope="col">{t('due')}</th>
          <th scope="col" className="n">
            {t('counts.done')}
          </th>
          <th scope="col" className="n">
            {t('counts.open')}
          </th>
          <th scope="col" className="n">
            {t('counts.overdue')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/admin/assignments/${row.id}`}>{row.courseTitle[language]}</a>
              <small>
                {audience(row)}
                {row.cancelledAt && ` · ${t('cancelled')}`}
              </small>
            </th>
            <td data-l={t('made')}>
              <Day day={dayOf(row.createdAt, timeZone)} today={today} />
            </td>
            <td data-l={t('due')}>{row.dueOn ? <Day day={row.dueOn} today={today} /> : t('noDate')}</td>
            <td className="n" data-l={t('counts.done')}>
              {row.done}
            </td>
            <td className="n" data-l={t('counts.open')}>
              {row.open}
            </td>
            <td className="n" data-l={t('counts.overdue')}>
              {row.overdue > 0 ? <Mark kind="over">{row.overdue}</Mark> : 0}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
