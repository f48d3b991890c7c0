import type { Metadata } from 'next'
import { personCaller } from '#auth/actor'
import { AccountSection } from '#components/admin/account-section'
import { LeaveSection } from '#components/admin/leave-section'
import { PersonForm } from '#components/admin/person-form'
import { RoleSection } from '#components/admin/role-section'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { dayOf } from '#domain/calendar'
import { can } from '#domain/policy'
import { listGroups } from '#services/groups/list-groups'
import { getPerson } from '#services/people/get-person'
import { orNotFound } from '../../../_adapter/page.ts'
import { timeZoneOptions } from '../../../_adapter/time-zones.ts'
import { AdminPage } from '../../_parts/admin-page.tsx'
import { addLeave, changeAccount, changePerson, dropLeave, giveRole, takeRole } from '../actions.ts'

type Props = { params: Promise<{ person: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('person') }
}

export default async function PersonPage({ params }: Props) {
  const { person: personId } = await params
  const here = `/admin/people/${personId}`
  const caller = await personCaller(here)
  const { actor, now, organisation } = caller
  const person = await orNotFound(getPerson(caller, { personId }))
  const groups = await orNotFound(listGroups(caller, {}))
  const t = await getTranslations('people')
  const grantsRoles = can(actor, 'role.grant', {})
  const isSelf = actor.id === person.id
  const isManaged = grantsRoles || person.grants.length === 0
  const supervisor = person.supervisor?.email ?? person.supervisor?.employeeNumber ?? ''
  const today = dayOf(now, organisation.timeZone)
  return (
    <AdminPage tab="people" here={here}>
      <PageHead title={person.name} back={{ href: '/admin/people', label: t('title') }} lead={person.groupName} />
      {!isManaged && <p className="problem">{t('managedByOwner')}</p>}
      <div className="pair">
        <div>
          {isManaged && (
            <PersonForm
              action={changePerson}
              person={{ ...person, supervisor }}
              groups={groups}
              timeZones={timeZoneOptions()}
              organisationZone={organisation.timeZone}
              submit={t('save')}
            />
          )}
        </div>
        <div>
          <AccountSection person={person} isManaged={isManaged && !isSelf} action={changeAccount} />
          <RoleSection
            person={person}
            groups={groups}
            today={today}
            timeZone={organisation.timeZone}
            mayGrant={grantsRoles && !isSelf}
            actions={{ giveRole, takeRole }}
          />
          <LeaveSection person={person} today={today} isManaged={isManaged} actions={{ addLeave, dropLeave }} />
        </div>
      </div>
    </AdminPage>
  )
}
