import { dayOf } from '#domain/calendar'
import type { Status } from '#domain/enrolments/status'
import { Day } from '../ui/dates.tsx'
import { Mark } from '../ui/mark.tsx'
import { useTranslations } from '../ui/words.tsx'

interface Row {
  enrolmentId: string
  name: string
  groupName: string
  status: Status | 'cancelled'
  dueAt: Date | null
  closedAt: Date | null
  isOpen: boolean
}

function StatusWord({ status }: { status: Row['status'] }) {
  const t = useTranslations('statuses')
  if (status === 'completed' || status === 'waived') return <Mark kind="done">{t(status)}</Mark>
  if (status === 'overdue') return <Mark kind="over">{t(status)}</Mark>
  return <span className={status === 'due_later' ? 'state' : 'quiet state'}>{t(status)}</span>
}

/** The people of an assignment with how each stands; an open one leads to what can be decided for that person. */
export function EnrolmentTable({ rows, today, timeZone, path }: { rows: readonly Row[]; today: string; timeZone: string; path: string }) {
  const t = useTranslations('assignments')
  return (
    <table className="table rows">
      <caption className="sr">{t('people')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('person')}</th>
          <th scope="col">{t('group')}</th>
          <th scope="col">{t('status')}</th>
          <th scope="col" className="n">
            {t('due')}
          </th>
          <th scope="col">
            <span className="sr">{t('decide')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.enrolmentId}>
            <th scope="row">{row.name}</th>
            <td data-l={t('group')}>{row.groupName}</td>
            <td data-l={t('status')}>
              <StatusWord status={row.status} />
              {row.closedAt && (
                <small>
                  <Day day={dayOf(row.closedAt, timeZone)} today={today} />
                </small>
              )}
            </td>
            <td className="n" data-l={t('due')}>
              {row.dueAt ? <Day day={dayOf(row.dueAt, timeZone)} today={today} /> : '–'}
            </td>
            <td className="act">
              {row.isOpen && (
                <a href={`${path}/${row.enrolmentId}`}>
                  {t('decide')} <span className="sr">{row.name}</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
