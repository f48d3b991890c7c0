import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { personCaller } from '#auth/actor'
import { PersonForm } from '#components/admin/person-form'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { mayEver } from '#domain/policy'
import { listGroups } from '#services/groups/list-groups'
import { orNotFound } from '../../../_adapter/page.ts'
import { timeZoneOptions } from '../../../_adapter/time-zones.ts'
import { AdminPage } from '../../_parts/admin-page.tsx'
import { addPerson } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('add') }
}

export default async function NewPersonPage() {
  const caller = await personCaller('/admin/people/new')
  const { organisation } = caller
  if (!mayEver(caller.actor, 'person.manage')) notFound()
  const groups = await orNotFound(listGroups(caller, {}))
  const t = await getTranslations('people')
  const blank = { name: '', sortName: '', email: '', employeeNumber: '', supervisor: '', timeZone: null }
  return (
    <AdminPage tab="people" here="/admin/people/new">
      <PageHead title={t('add')} back={{ href: '/admin/people', label: t('title') }} lead={t('addLead')} />
      <section>
        <PersonForm
          action={addPerson}
          person={{ ...blank, homeGroupId: groups[0]?.id ?? '', language: organisation.language }}
          groups={groups}
          timeZones={timeZoneOptions()}
          organisationZone={organisation.timeZone}
          submit={t('add')}
        />
      </section>
    </AdminPage>
  )
}
