import type { Planned } from '#domain/assignments/plan'
import { dayOf } from '#domain/calendar'
import { Day } from '../ui/dates.tsx'
import { useTranslations } from '../ui/words.tsx'

type Row = Planned & { name: string; groupName: string }

/** The people meant, with what happens to each. */
export function PreviewTable({ rows, today, timeZone }: { rows: readonly Row[]; today: string; timeZone: string }) {
  const t = useTranslations('assignments')
  const whatHappens = (row: Row) => (row.outcome === 'left_out' ? t(`leftOut.${row.reason}`) : t(`outcomes.${row.outcome}`))
  return (
    <table className="table rows">
      <caption className="sr">{t('peopleMeant')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('person')}</th>
          <th scope="col">{t('group')}</th>
          <th scope="col">{t('whatHappens')}</th>
          <th scope="col" className="n">
            {t('due')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.personId}>
            <th scope="row">{row.name}</th>
            <td>{row.groupName}</td>
            <td className={row.outcome === 'enrolled' ? undefined : 'quiet'}>{whatHappens(row)}</td>
            <td className="n nowrap">{row.dueAt ? <Day day={dayOf(row.dueAt, timeZone)} today={today} /> : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
