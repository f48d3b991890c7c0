import type { Metadata } from 'next'
import { personCaller } from '#auth/actor'
import { PeopleFilters } from '#components/admin/people-filters'
import { PeopleTable } from '#components/admin/people-table'
import { EmptyState } from '#components/ui/empty-state'
import { PageHead } from '#components/ui/page-head'
import { Pager } from '#components/ui/pager'
import { getTranslations } from '#components/ui/words'
import { PeopleFilter } from '#domain/people/schema'
import { listGroups } from '#services/groups/list-groups'
import { listPeople } from '#services/people/list-people'
import { orNotFound } from '../../_adapter/page.ts'
import { type Search, single, withParams } from '../_parts/address.ts'
import { AdminPage } from '../_parts/admin-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

export default async function PeoplePage({ searchParams }: { searchParams: Search }) {
  const given = await single(searchParams)
  const filter = PeopleFilter.parse({ q: '', ...given, groupId: given['group'] })
  const { groupId, page: _, ...rest } = filter
  const hrefOf = (page: number) => withParams('/admin/people', { ...rest, group: groupId, page: page === 1 ? null : page })
  const caller = await personCaller(hrefOf(filter.page))
  const found = await orNotFound(listPeople(caller, filter))
  const groups = await orNotFound(listGroups(caller, {}))
  const t = await getTranslations('people')
  return (
    <AdminPage tab="people" here={hrefOf(filter.page)}>
      <PageHead title={t('title')}>
        <a className="btn plain" href="/admin/people/codes">
          {t('toCodes')}
        </a>
        <a className="btn" href="/admin/people/new">
          {t('add')}
        </a>
      </PageHead>
      <PeopleFilters filter={filter} groups={groups} />
      {found.count === 0 ? (
        <EmptyState title={t('noneFound')}>
          <p>
            <a href="/admin/people">{t('showAll')}</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <p className="meta">{t('count', { count: found.count })}</p>
          <PeopleTable rows={found.rows} />
          <Pager page={found.page} pages={found.pages} hrefOf={hrefOf} />
        </>
      )}
    </AdminPage>
  )
}
