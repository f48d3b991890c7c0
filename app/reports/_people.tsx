import { getTranslations } from 'next-intl/server'
import { PeopleTable } from '#components/report/people-table'
import { EmptyState } from '#components/ui/empty-state'
import { Pager } from '#components/ui/pager'
import type { CompletionReport } from '#services/reports/completion-report'

interface Props {
  report: CompletionReport
  /** The address of a page of these rows. */
  hrefOf: (page: number) => string
  /** The address without status, search and page. */
  everybodyHref: string
  exportHref: string
}

/** The people of a report, page by page, with their export for whoever may. */
export async function PeopleSection({ report, hrefOf, everybodyHref, exportHref }: Props) {
  const t = await getTranslations('reports.people')
  const { scope, rows, found, pages } = report
  return (
    <section aria-labelledby="people">
      <div className="head2">
        <h2 className="h2" id="people">
          {t('title')}
        </h2>
        <p className="meta">
          <span>{t('found', { count: found })}</span>
          {scope.mayExport && found > 0 && (
            <a className="no-print" href={exportHref}>
              {t('export')}
            </a>
          )}
        </p>
      </div>
      {rows.length > 0 ? (
        <PeopleTable rows={rows} today={scope.today} units={scope.course?.units ?? 0} />
      ) : (
        <EmptyState title={t('nobody')}>
          <p>{t('nobodyHint')}</p>
          <p>
            <a href={everybodyHref}>{t('clear')}</a>
          </p>
        </EmptyState>
      )}
      <Pager page={scope.filter.page} pages={pages} hrefOf={hrefOf} />
    </section>
  )
}
