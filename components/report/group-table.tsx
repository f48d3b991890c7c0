import { doneIn, expectedIn } from '#domain/reports/counts'
import type { GroupRow } from '#domain/reports/groups'
import { marksOf, peopleOf, peoplePerMark } from '#domain/reports/marks'
import { useDates } from '../ui/dates.tsx'
import { useNumbers } from '../ui/numbers.tsx'
import { useTranslations } from '../ui/words.tsx'
import { MarkChart, MarkKey } from './marks.tsx'

interface Props {
  rows: readonly GroupRow[]
  /** The day a week ago that the change is counted from. */
  since: string
  hrefOf: (groupId: string) => string
}

/** Groups sorted by what needs attention, with one mark for each person. */
export function GroupTable({ rows, since, hrefOf }: Props) {
  const t = useTranslations('reports.groups')
  const dates = useDates()
  const perMark = peoplePerMark(Math.max(0, ...rows.map((row) => expectedIn(row.counts))))
  const sinceLabel = t('since', { day: dates.writeDay(since, 'short') })
  return (
    <>
      <MarkKey />
      <section className="scroll" aria-label={t('region')}>
        <table className="table people">
          <thead>
            <tr>
              <th scope="col">{t('group')}</th>
              <th scope="col" className="w-2/5">
                {t('mark', { count: perMark })}
              </th>
              <th scope="col" className="n">
                {t('done')}
              </th>
              <th scope="col" className="n">
                {t('overdue')}
              </th>
              <th scope="col" className="n">
                {sinceLabel}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.groupId} row={row} perMark={perMark} sinceLabel={sinceLabel} href={row.isDirect ? null : hrefOf(row.groupId)} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function Row({ row, perMark, sinceLabel, href }: { row: GroupRow; perMark: number; sinceLabel: string; href: string | null }) {
  const t = useTranslations('reports')
  const numbers = useNumbers()
  const { counts, overdueBefore, name } = row
  const change = counts.overdue - overdueBefore
  return (
    <tr>
      <th scope="row">
        {href ? <a href={href}>{name}</a> : t('answer.itself', { group: name })}
        <small>{t('groups.people', { count: expectedIn(counts) })}</small>
        {counts.left > 0 && <small>{t('groups.gone', { count: counts.left })}</small>}
      </th>
      <td>
        <MarkChart marks={marksOf(counts, perMark)} />
        <span className="sr">{t('groups.told', { ...peopleOf(counts) })}</span>
      </td>
      <td className="n" data-l={t('groups.done')}>
        {numbers.write(doneIn(counts))}
      </td>
      <td className="n" data-l={t('groups.overdue')}>
        <span className={counts.overdue > 0 ? 'big over' : 'quiet'}>{numbers.write(counts.overdue)}</span>
      </td>
      <td className={change > 0 ? 'n over' : 'n quiet'} data-l={sinceLabel}>
        {numbers.change(change)}
      </td>
    </tr>
  )
}
