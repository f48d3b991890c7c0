import type { Metadata } from 'next'
import { getMessages } from 'next-intl/server'
import { personCaller } from '#auth/actor'
import { AuditFilterForm } from '#components/report/audit-filter-form'
import { EventList } from '#components/report/event-list'
import { EmptyState } from '#components/ui/empty-state'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { auditAddressOf, parseAuditFilter } from '#domain/audit/filter'
import { listEvents } from '#services/audit/list-events'
import { orNotFound } from '../../_adapter/page.ts'
import type { Search } from '../../_adapter/search.ts'
import { AdminPage } from '../_parts/admin-page.tsx'

const path = '/admin/audit-log'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auditLog'))('title') }
}

export default async function AuditLogPage({ searchParams }: { searchParams: Search }) {
  const { filter, ignored } = parseAuditFilter(await searchParams)
  const here = path + auditAddressOf(filter)
  const caller = await personCaller(here)
  const { events, next } = await orNotFound(listEvents(caller, filter))
  const t = await getTranslations('auditLog')
  const isFiltered = auditAddressOf(filter) !== ''
  return (
    <AdminPage tab="audit-log" here={here}>
      <PageHead title={t('title')} lead={t('lead')} />
      <AuditFilterForm action={path} filter={filter} verbs={await knownVerbs()} ignored={ignored} isFiltered={isFiltered} />
      <section aria-label={t('title')}>
        {events.length > 0 ? (
          <EventList events={events} hrefOf={(change) => path + auditAddressOf({ ...filter, before: null }, change)} />
        ) : (
          <EmptyState title={isFiltered ? t('none') : t('empty')}>
            <p>{isFiltered ? t('noneHint') : t('emptyHint')}</p>
          </EmptyState>
        )}
        <nav className="pager" aria-label={t('pages')}>
          {filter.before && <a href={path + auditAddressOf(filter, { before: null })}>{t('newest')}</a>}
          {next && (
            <a href={path + auditAddressOf(filter, { before: next })} rel="next">
              {t('older')}
            </a>
          )}
        </nav>
      </section>
    </AdminPage>
  )
}

/** The names of all events there is a sentence for. */
async function knownVerbs(): Promise<string[]> {
  const { auditLog } = await getMessages()
  return Object.entries(auditLog.verbs)
    .flatMap(([subject, deeds]) => (typeof deeds === 'string' ? [] : Object.keys(deeds).map((deed) => `${subject}.${deed}`)))
    .sort()
}
