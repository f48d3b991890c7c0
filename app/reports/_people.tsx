import { PeopleTable } from '#components/report/people-table'
import { StatusTabs } from '#components/report/status-sums'
import { EmptyState } from '#components/ui/empty-state'
import { Pager } from '#components/ui/pager'
import { getTranslations } from '#components/ui/words'
import type { ReportFilter } from '#domain/reports/filter'
import type { CompletionReport } from '#services/reports/completion-report'

interface Props {
  report: CompletionReport
  /** The address of this report with another status, search or page. */
  hrefOf: (change: Partial<ReportFilter>) => string
  exportHref: string
}

/** The people of a report, page by page, with their export for whoever may. */
export async function PeopleSection({ report, hrefOf, exportHref }: Props) {
  const t = await getTranslations('reports.people')
  const { scope, counts, rows, found, pages } = report
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
      <StatusTabs counts={counts} current={scope.filter.status} hrefOf={(status) => hrefOf({ status, page: 1 })} />
      {rows.length > 0 ? (
        <PeopleTable rows={rows} today={scope.today} units={scope.course?.units ?? 0} />
      ) : (
        <EmptyState title={t('nobody')}>
          <p>{t('nobodyHint')}</p>
          <p>
            <a href={hrefOf({ status: null, search: '', page: 1 })}>{t('clear')}</a>
          </p>
        </EmptyState>
      )}
      <Pager page={scope.filter.page} pages={pages} hrefOf={(page) => hrefOf({ page })} />
    </section>
  )
}
