import { useFormatter, useTranslations } from 'next-intl'
import { type Status, statuses } from '#domain/enrolments/status'
import { assignedIn, type Counts } from '#domain/reports/counts'

interface Props {
  counts: Counts
  hrefOf: (status: Status | null) => string
  /** The status shown, where one is chosen. */
  current?: Status | null
}

/** How many there are of each status, and that they add up; each leads to its people. */
export function StatusSums({ counts, hrefOf, current }: Props) {
  const t = useTranslations()
  const format = useFormatter()
  const rows: { status: Status | null; label: string; count: number }[] = [
    ...statuses.map((status) => ({ status, label: t(`statuses.${status}`), count: counts[status] })),
    { status: null, label: t('reports.sums.assigned'), count: assignedIn(counts) },
  ]
  return (
    <table className="table sums">
      <caption className="sr">{t('reports.sums.label')}</caption>
      <tbody>
        {rows.map(({ status, label, count }) => (
          <tr key={status ?? 'all'}>
            <th scope="row">
              <a href={hrefOf(status)} aria-current={status === current ? 'true' : undefined}>
                {label}
              </a>
            </th>
            <td className={status === 'overdue' && count > 0 ? 'n over' : 'n'}>{format.number(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
