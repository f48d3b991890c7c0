import type { Metadata } from 'next'
import { personCaller } from '#auth/actor'
import { AssignmentTable } from '#components/admin/assignment-table'
import { EmptyState } from '#components/ui/empty-state'
import { PageHead } from '#components/ui/page-head'
import { Pager } from '#components/ui/pager'
import { getTranslations } from '#components/ui/words'
import { dayOf } from '#domain/calendar'
import { listAssignments } from '#services/assignments/list-assignments'
import { orNotFound } from '../../_adapter/page.ts'
import { type Search, single, withParams } from '../_parts/address.ts'
import { AdminPage } from '../_parts/admin-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('assignments'))('title') }
}

const path = '/admin/assignments'

export default async function AssignmentsPage({ searchParams }: { searchParams: Search }) {
  const { page, cancelled = '' } = await single(searchParams)
  const withCancelled = cancelled === 'yes'
  const hrefOf = (number: number) => withParams(path, { cancelled: withCancelled ? 'yes' : null, page: number === 1 ? null : number })
  const caller = await personCaller(hrefOf(1))
  const found = await orNotFound(listAssignments(caller, { page, withCancelled }))
  const t = await getTranslations('assignments')
  return (
    <AdminPage tab="assignments" here={hrefOf(found.page)}>
      <PageHead title={t('title')}>
        <a className="btn" href={`${path}/new`}>
          {t('new')}
        </a>
      </PageHead>
      <section>
        {found.count === 0 ? (
          <EmptyState title={t('none')}>
            <p>{t('noneText')}</p>
          </EmptyState>
        ) : (
          <AssignmentTable
            rows={found.rows}
            today={dayOf(caller.now, caller.organisation.timeZone)}
            timeZone={caller.organisation.timeZone}
          />
        )}
        <Pager page={found.page} pages={found.pages} hrefOf={hrefOf} />
        <p className="meta mt-3">
          <a href={withCancelled ? path : `${path}?cancelled=yes`}>{withCancelled ? t('hideCancelled') : t('showCancelled')}</a>
        </p>
      </section>
    </AdminPage>
  )
}
