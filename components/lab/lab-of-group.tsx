import { EmptyState } from '../ui/empty-state.tsx'
import { useNumbers } from '../ui/numbers.tsx'
import { useTranslations } from '../ui/words.tsx'

interface Part {
  id: string
  text: string
  part: number
}
interface Props {
  report: { cited: number; tasks: Part[]; tables: Part[]; decoys: Part[] } | null
  least: number
}

/** Where the people of a group looked in a lab, what they found and what misled them: parts of all, nobody by name. */
export function LabOfGroup({ report, least }: Props) {
  const t = useTranslations('reports.lab')
  const { percent } = useNumbers()
  if (!report)
    return (
      <section>
        <EmptyState title={t('tooFew')}>
          <p>{t('tooFewText', { least })}</p>
        </EmptyState>
      </section>
    )
  return (
    <>
      <p>{t('cited', { part: percent(report.cited) })}</p>
      <Parts id="tasks" title={t('groupTasks')} unit={t('meanWorth')} parts={report.tasks} />
      <Parts id="tables" title={t('groupTables')} unit={t('opened')} parts={report.tables} />
      <Parts id="decoys" title={t('groupDecoys')} unit={t('misled')} parts={report.decoys} />
    </>
  )
}

function Parts({ id, title, unit, parts }: { id: string; title: string; unit: string; parts: Part[] }) {
  const { percent } = useNumbers()
  if (parts.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <div className="head2">
        <h2 className="h2" id={id}>
          {title}
        </h2>
      </div>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col" className="n">
              {unit}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.id}>
              <th scope="row">{part.text}</th>
              <td className="n">{percent(part.part)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
