import type { Metadata } from 'next'
import { personCaller } from '#auth/actor'
import { groupOptions } from '#components/admin/group-options'
import { GroupTree } from '#components/admin/group-tree'
import { Select, TextInput } from '#components/ui/field'
import { Form, SubmitButton } from '#components/ui/form'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { can } from '#domain/policy'
import { listGroups } from '#services/groups/list-groups'
import { orNotFound } from '../../_adapter/page.ts'
import { type Search, single } from '../_parts/address.ts'
import { AdminPage } from '../_parts/admin-page.tsx'
import { addGroup } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('groups'))('title') }
}

export default async function GroupsPage({ searchParams }: { searchParams: Search }) {
  const withClosed = (await single(searchParams))['closed'] === 'yes'
  const here = withClosed ? '/admin/groups?closed=yes' : '/admin/groups'
  const caller = await personCaller(here)
  const groups = await orNotFound(listGroups(caller, { withClosed }))
  const open = groups.filter((group) => !group.isClosed && can(caller.actor, 'group.manage', { groupPath: group.path }))
  const t = await getTranslations('groups')
  return (
    <AdminPage tab="groups" here={here}>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="pair wide-first">
        <div>
          <GroupTree groups={groups} />
          <p className="meta mt-3">
            <a href={withClosed ? '/admin/groups' : '/admin/groups?closed=yes'}>{withClosed ? t('hideClosed') : t('showClosed')}</a>
          </p>
        </div>
        {open.length > 0 && (
          <section aria-labelledby="add">
            <h2 id="add" className="h2">
              {t('add')}
            </h2>
            <Form action={addGroup} className="form mt-4">
              <TextInput name="name" label={t('name')} maxLength={120} required autoComplete="off" />
              <Select name="parentId" label={t('parent')} options={groupOptions(open)} />
              <div>
                <SubmitButton>{t('add')}</SubmitButton>
              </div>
            </Form>
          </section>
        )}
      </div>
    </AdminPage>
  )
}
