import type { Metadata } from 'next'
import { personCaller } from '#auth/actor'
import { groupOptions } from '#components/admin/group-options'
import { EmptyState } from '#components/ui/empty-state'
import { Select, TextInput } from '#components/ui/field'
import { Form, SubmitButton } from '#components/ui/form'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { listGroups } from '#services/groups/list-groups'
import { listLists } from '#services/lists/list-lists'
import { orNotFound } from '../../_adapter/page.ts'
import { AdminPage } from '../_parts/admin-page.tsx'
import { addList } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lists'))('title') }
}

export default async function ListsPage() {
  const caller = await personCaller('/admin/lists')
  const lists = await orNotFound(listLists(caller, {}))
  const groups = await orNotFound(listGroups(caller, {}))
  const t = await getTranslations('lists')
  return (
    <AdminPage tab="lists" here="/admin/lists">
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="pair wide-first">
        {lists.length === 0 ? (
          <EmptyState title={t('none')}>
            <p>{t('noneText')}</p>
          </EmptyState>
        ) : (
          <table className="table">
            <caption className="sr">{t('title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('keptBy')}</th>
                <th scope="col" className="n">
                  {t('people')}
                </th>
              </tr>
            </thead>
            <tbody>
              {lists.map((list) => (
                <tr key={list.id}>
                  <th scope="row">
                    <a href={`/admin/lists/${list.id}`}>{list.name}</a>
                  </th>
                  <td>{list.groupName}</td>
                  <td className="n">{list.people}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <section aria-labelledby="add">
          <h2 id="add" className="h2">
            {t('add')}
          </h2>
          <Form action={addList} className="form mt-4">
            <TextInput name="name" label={t('name')} maxLength={120} required autoComplete="off" />
            <Select name="groupId" label={t('keptBy')} hint={t('keptByHint')} options={groupOptions(groups)} />
            <div>
              <SubmitButton>{t('add')}</SubmitButton>
            </div>
          </Form>
        </section>
      </div>
    </AdminPage>
  )
}
