import type { Status } from '#domain/enrolments/status'
import { useDates } from '../ui/dates.tsx'
import { useNumbers } from '../ui/numbers.tsx'
import { useTranslations } from '../ui/words.tsx'
import { StatusWord } from './status-word.tsx'

export interface PersonShown {
  enrolmentId: string
  personId: string
  name: string
  groupName: string
  status: Status
  cycle: number
  dueOn: string | null
  startedAt: Date | null
  unitsDone: number
  score: number | null
  closedAt: Date | null
}

interface Props {
  rows: readonly PersonShown[]
  today: string
  /** Units of the course. */
  units: number
}

/** People sorted by what needs attention; each leads to their report. */
export function PeopleTable({ rows, today, units }: Props) {
  const t = useTranslations('reports.people')
  return (
    <section className="scroll" aria-label={t('region')}>
      <table className="table people">
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('status')}</th>
            <th scope="col" className="n">
              {t('due')}
            </th>
            <th scope="col" className="n">
              {t('progress')}
            </th>
            <th scope="col" className="n">
              {t('finished')}
            </th>
            <th scope="col" className="n">
              {t('score')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.enrolmentId} row={row} today={today} units={units} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row, today, units }: { row: PersonShown; today: string; units: number }) {
  const t = useTranslations('reports.people')
  const numbers = useNumbers()
  const dates = useDates()
  return (
    <tr>
      <th scope="row">
        <a href={`/reports/people/${row.personId}`}>{row.name}</a>
        <small>
          {row.groupName}
          {row.cycle > 1 && <> · {t('cycle', { cycle: row.cycle })}</>}
        </small>
      </th>
      <td>
        <StatusWord status={row.status} dueOn={row.dueOn} today={today} />
      </td>
      <td className="n" data-l={t('due')}>
        {row.dueOn ? dates.writeDay(row.dueOn, 'date') : '–'}
      </td>
      <td className="n" data-l={t('progress')}>
        {row.startedAt || row.unitsDone > 0 ? t('units', { done: row.unitsDone, total: units }) : t('notBegun')}
      </td>
      <td className="n" data-l={t('finished')}>
        {row.closedAt ? dates.write(row.closedAt, 'date') : '–'}
      </td>
      <td className="n" data-l={t('score')}>
        {row.score === null ? '–' : numbers.percent(row.score)}
      </td>
    </tr>
  )
}
