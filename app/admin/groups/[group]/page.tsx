import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { personCaller } from '#auth/actor'
import { Act } from '#components/admin/act'
import { Confirm } from '#components/admin/confirm'
import { groupOptions } from '#components/admin/group-options'
import { Select, TextInput } from '#components/ui/field'
import { Form, SubmitButton } from '#components/ui/form'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { can } from '#domain/policy'
import { listGroups } from '#services/groups/list-groups'
import { orNotFound } from '../../../_adapter/page.ts'
import { AdminPage } from '../../_parts/admin-page.tsx'
import { endGroup, hangGroup, nameGroup, openGroup } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('groups'))('group') }
}

export default async function GroupPage({ params }: { params: Promise<{ group: string }> }) {
  const { group: groupId } = await params
  const here = `/admin/groups/${groupId}`
  const caller = await personCaller(here)
  const groups = await orNotFound(listGroups(caller, { withClosed: true }))
  const group = groups.find((each) => each.id === groupId)
  if (!group) notFound()
  const t = await getTranslations('groups')
  const isManaged = can(caller.actor, 'group.manage', { groupPath: group.path })
  const targets = groups.filter(
    (each) => !each.isClosed && !each.path.includes(group.id) && can(caller.actor, 'group.manage', { groupPath: each.path }),
  )
  const mayMove = isManaged && group.depth > 0 && targets.length > 1
  const values = { groupId }
  return (
    <AdminPage tab="groups" here={here}>
      <PageHead
        title={group.name}
        back={{ href: '/admin/groups', label: t('title') }}
        lead={t('counts', { people: group.people, branch: group.branchPeople })}
      >
        <a href={`/admin/people?group=${groupId}`}>{t('seePeople')}</a>
      </PageHead>
      {isManaged && (
        <div className="pair">
          <div>
            <section>
              <h2 className="h2">{t('rename')}</h2>
              <Form action={nameGroup} className="form mt-4">
                <input type="hidden" name="groupId" value={groupId} />
                <TextInput name="name" label={t('name')} defaultValue={group.name} maxLength={120} required autoComplete="off" />
                <div>
                  <SubmitButton>{t('save')}</SubmitButton>
                </div>
              </Form>
            </section>
          </div>
          <div>
            {mayMove && (
              <section>
                <h2 className="h2">{t('move')}</h2>
                <Form action={hangGroup} className="form mt-4">
                  <input type="hidden" name="groupId" value={groupId} />
                  <Select
                    name="parentId"
                    label={t('parent')}
                    hint={t('moveHint')}
                    defaultValue={group.parentId ?? ''}
                    options={groupOptions(targets)}
                  />
                  <div>
                    <SubmitButton kind="plain">{t('moveSubmit')}</SubmitButton>
                  </div>
                </Form>
              </section>
            )}
            {group.parentId !== null && (
              <section>
                {group.isClosed ? (
                  <Act action={openGroup} values={values} kind="plain">
                    {t('reopen')}
                  </Act>
                ) : (
                  <Confirm label={t('closeOpen')} text={t('closeText')}>
                    <Act action={endGroup} values={values} kind="plain">
                      {t('close')}
                    </Act>
                  </Confirm>
                )}
              </section>
            )}
          </div>
        </div>
      )}
    </AdminPage>
  )
}
