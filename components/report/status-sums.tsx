import { type Status, statuses } from '#domain/enrolments/status'
import { assignedIn, type Counts } from '#domain/reports/counts'
import { useNumbers } from '../ui/numbers.tsx'
import { useTranslations } from '../ui/words.tsx'

interface Props {
  counts: Counts
  hrefOf: (status: Status | null) => string
}

/** Each status with its number, then their sum. */
function useRows(counts: Counts): { status: Status | null; label: string; count: number }[] {
  const t = useTranslations()
  const each = statuses.map((status) => ({ status, label: t(`statuses.${status}`), count: counts[status] }))
  return [...each, { status: null, label: t('reports.sums.assigned'), count: assignedIn(counts) }]
}

/** The statuses in one line, to choose one of. */
export function StatusTabs({ counts, hrefOf, current }: Props & { current: Status | null }) {
  const t = useTranslations('reports.sums')
  const numbers = useNumbers()
  return (
    <nav className="tabs" aria-label={t('label')}>
      <ul>
        {useRows(counts).map(({ status, label, count }) => (
          <li key={status ?? 'all'}>
            <a href={hrefOf(status)} aria-current={status === current ? 'true' : undefined}>
              {label} <span className={status === 'overdue' && count > 0 ? 'num over' : 'num'}>{numbers.write(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** How many there are of each status, and that they add up; each leads to its people. */
export function StatusSums({ counts, hrefOf }: Props) {
  const t = useTranslations()
  const numbers = useNumbers()
  const rows = useRows(counts)
  return (
    <table className="table sums">
      <caption className="sr">{t('reports.sums.label')}</caption>
      <tbody>
        {rows.map(({ status, label, count }) => (
          <tr key={status ?? 'all'}>
            <th scope="row">
              <a href={hrefOf(status)}>{label}</a>
            </th>
            <td className={status === 'overdue' && count > 0 ? 'n over' : 'n'}>{numbers.write(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
