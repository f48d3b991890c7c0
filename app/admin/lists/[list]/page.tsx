import type { Metadata } from 'next'
import { personCaller } from '#auth/actor'
import { Act } from '#components/admin/act'
import { Confirm } from '#components/admin/confirm'
import { FindPeople } from '#components/admin/find-people'
import { MemberTable } from '#components/admin/member-table'
import { EmptyState } from '#components/ui/empty-state'
import { TextArea, TextInput } from '#components/ui/field'
import { Form, SubmitButton } from '#components/ui/form'
import { PageHead } from '#components/ui/page-head'
import { Pager } from '#components/ui/pager'
import { getTranslations } from '#components/ui/words'
import { getList } from '#services/lists/get-list'
import { searchPeople } from '#services/people/search-people'
import { orNotFound } from '../../../_adapter/page.ts'
import { type Search, single, withParams } from '../../_parts/address.ts'
import { AdminPage } from '../../_parts/admin-page.tsx'
import { dropFromList, endList, fillList, nameList } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lists'))('list') }
}

export default async function ListPage({ params, searchParams }: { params: Promise<{ list: string }>; searchParams: Search }) {
  const { list: listId } = await params
  const { q = '', page = '1' } = await single(searchParams)
  const hrefOf = (number: number) => withParams(`/admin/lists/${listId}`, { q, page: number === 1 ? null : number })
  const caller = await personCaller(hrefOf(1))
  const list = await orNotFound(getList(caller, { listId, page: Number(page) }))
  const found = await orNotFound(searchPeople(caller, { q }))
  const t = await getTranslations('lists')
  return (
    <AdminPage tab="lists" here={hrefOf(list.page)}>
      <PageHead
        title={list.name}
        back={{ href: '/admin/lists', label: t('title') }}
        lead={t('count', { count: list.count, hidden: list.hidden })}
      />
      <div className="pair wide-first">
        <div>
          {list.members.length === 0 ? (
            <EmptyState title={t('empty')}>
              <p>{t('emptyText')}</p>
            </EmptyState>
          ) : (
            <MemberTable members={list.members} listId={listId} action={dropFromList} />
          )}
          <Pager page={list.page} pages={list.pages} hrefOf={hrefOf} />
        </div>
        <div>
          <section>
            <h2 className="h2">{t('addPeople')}</h2>
            <FindPeople q={q} action={`/admin/lists/${listId}`} found={found} add={fillList} listId={listId} />
            <Form action={fillList} className="form mt-6">
              <input type="hidden" name="listId" value={listId} />
              <TextArea name="people" label={t('paste')} hint={t('pasteHint')} rows={5} required />
              <div>
                <SubmitButton>{t('addAll')}</SubmitButton>
              </div>
            </Form>
          </section>
          <section>
            <h2 className="h2">{t('change')}</h2>
            <Form action={nameList} className="form mt-4">
              <input type="hidden" name="listId" value={listId} />
              <TextInput name="name" label={t('name')} defaultValue={list.name} maxLength={120} required autoComplete="off" />
              <div>
                <SubmitButton kind="plain">{t('save')}</SubmitButton>
              </div>
            </Form>
            <div className="mt-4">
              <Confirm label={t('closeOpen')} text={t('closeText')}>
                <Act action={endList} values={{ listId }} kind="plain">
                  {t('close')}
                </Act>
              </Confirm>
            </div>
          </section>
        </div>
      </div>
    </AdminPage>
  )
}
