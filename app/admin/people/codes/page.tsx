import type { Metadata } from 'next'
import { personCaller } from '#auth/actor'
import { CodeForm } from '#components/admin/code-form'
import { CodePeople } from '#components/admin/code-people'
import { groupOptions } from '#components/admin/group-options'
import { EmptyState } from '#components/ui/empty-state'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { listGroups } from '#services/groups/list-groups'
import { listCodeless } from '#services/people/print-codes'
import { orNotFound } from '../../../_adapter/page.ts'
import { type Search, single, withParams } from '../../_parts/address.ts'
import { AdminPage } from '../../_parts/admin-page.tsx'
import { makeCodes } from './actions.tsx'

const path = '/admin/people/codes'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.codes'))('title') }
}

/** Codes on paper for people without an e-mail address: chosen here, made on request, shown once. */
export default async function CodesPage({ searchParams }: { searchParams: Search }) {
  const { person = '', group = '' } = await single(searchParams)
  const here = withParams(path, { person, group })
  const caller = await personCaller(here)
  const people = await orNotFound(listCodeless(caller, { personId: person, groupId: group }))
  const groups = await orNotFound(listGroups(caller, {}))
  const t = await getTranslations('people')
  return (
    <AdminPage tab="people" here={here}>
      <PageHead title={t('codes.title')} back={{ href: '/admin/people', label: t('title') }} lead={t('codes.lead')} />
      {person === '' && (
        <search className="no-print">
          <form className="filters" action={path}>
            <label>
              {t('group')}
              <select className="select" name="group" defaultValue={group}>
                <option value="">{t('allGroups')}</option>
                {groupOptions(groups).map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <button className="btn plain" type="submit">
              {t('show')}
            </button>
          </form>
        </search>
      )}
      {people.length === 0 ? (
        <EmptyState title={t('codes.none')}>
          <p>{t('codes.noneHint')}</p>
        </EmptyState>
      ) : (
        <CodeForm key={here} action={makeCodes} printLabel={t('codes.print')}>
          <CodePeople people={people} isForOne={person !== ''} />
        </CodeForm>
      )}
    </AdminPage>
  )
}
