import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { personCaller } from '#auth/actor'
import { AssignmentDesk } from '#components/admin/assignment-desk'
import { AudienceFields } from '#components/admin/audience-fields'
import { EmptyState } from '#components/ui/empty-state'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { dayOf } from '#domain/calendar'
import { can, mayEver } from '#domain/policy'
import { listCourses } from '#services/catalogue/list-courses'
import { listTracks } from '#services/catalogue/list-tracks'
import { listGroups } from '#services/groups/list-groups'
import { listLists } from '#services/lists/list-lists'
import { namePeople } from '#services/people/name-people'
import { searchPeople } from '#services/people/search-people'
import { orNotFound } from '../../../_adapter/page.ts'
import { asParams, type Search } from '../../_parts/address.ts'
import { AdminPage } from '../../_parts/admin-page.tsx'
import { assign } from '../actions.ts'
import { orderOf, readDraft } from '../draft.ts'
import { CourseField } from './course-field.tsx'
import { WhatWillHappen } from './what-will-happen.tsx'

const path = '/admin/assignments/new'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('assignments'))('new') }
}

export default async function NewAssignmentPage({ searchParams }: { searchParams: Search }) {
  const params = await asParams(searchParams)
  const here = params.size > 0 ? `${path}?${params}` : path
  const caller = await personCaller(here)
  const { actor, organisation, now } = caller
  if (!mayEver(actor, 'assignment.create')) notFound()
  const t = await getTranslations('assignments')
  const language = await getLocale()
  const [courses, tracks, groups, lists] = await Promise.all([
    listCourses(caller, {}),
    listTracks(caller, {}),
    listGroups(caller, {}),
    listLists(caller, {}),
  ])
  const find = (params.get('find') ?? '').slice(0, 200)
  const draft = readDraft(params)
  const known = groups.filter((group) => can(actor, 'assignment.create', { groupPath: group.path }))
  const courseId = draft.courseId || (courses[0]?.current.id ?? '')
  const [found, chosen] = await orNotFound(
    Promise.all([searchPeople(caller, { q: find }), namePeople(caller, { personIds: draft.audience.personIds })]),
  )
  const today = dayOf(now, organisation.timeZone)
  const everyone = can(actor, 'assignment.create', {}) ? (groups[0]?.branchPeople ?? 0) : null
  return (
    <AdminPage tab="assignments" here={here}>
      <PageHead title={t('new')} back={{ href: '/admin/assignments', label: t('title') }} />
      {courses.length === 0 ? (
        <EmptyState title={t('noCourses')}>
          <p>{t('noCoursesText')}</p>
        </EmptyState>
      ) : (
        <AssignmentDesk action={assign} path={path}>
          <div>
            <CourseField courses={courses} tracks={tracks} courseId={courseId} language={language} />
            <AudienceFields
              draft={draft.audience}
              groups={known}
              lists={lists}
              chosen={chosen}
              found={found}
              find={find}
              everyone={everyone}
            />
            <fieldset>
              <legend>{t('due')}</legend>
              <div className="stack">
                <label className="field">
                  <span>{t('dueOn')}</span>
                  <input
                    className="input"
                    type="date"
                    name="due"
                    defaultValue={draft.dueOn}
                    min={today}
                    style={{ width: 'auto', justifySelf: 'start' }}
                  />
                  <span className="hint">{t('dueHint', { zone: organisation.timeZone })}</span>
                </label>
              </div>
            </fieldset>
            <button type="submit" className="btn plain without-script">
              {t('showWhoIsMeant')}
            </button>
          </div>
          <WhatWillHappen
            caller={caller}
            params={params}
            draft={orderOf({ ...draft, courseId }, tracks)}
            groups={known}
            today={today}
            path={path}
          />
        </AssignmentDesk>
      )}
    </AdminPage>
  )
}
