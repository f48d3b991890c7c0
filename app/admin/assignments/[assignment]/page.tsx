import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { personCaller } from '#auth/actor'
import { Act } from '#components/admin/act'
import { Confirm } from '#components/admin/confirm'
import { EnrolmentTable } from '#components/admin/enrolment-table'
import { ExtensionForm } from '#components/admin/extension-form'
import { datesIn } from '#components/ui/dates'
import { EmptyState } from '#components/ui/empty-state'
import { PageHead } from '#components/ui/page-head'
import { Pager } from '#components/ui/pager'
import { getTranslations } from '#components/ui/words'
import { assignmentTabs } from '#domain/assignments/schema'
import { addDays, dayOf } from '#domain/calendar'
import { getAssignment } from '#services/assignments/get-assignment'
import { orNotFound } from '../../../_adapter/page.ts'
import { type Search, single, withParams } from '../../_parts/address.ts'
import { AdminPage } from '../../_parts/admin-page.tsx'
import { cancel, extendAll } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('assignments'))('assignment') }
}

interface Props {
  params: Promise<{ assignment: string }>
  searchParams: Search
}

export default async function AssignmentPage({ params, searchParams }: Props) {
  const { assignment: assignmentId } = await params
  const { tab = 'any', page } = await single(searchParams)
  const path = `/admin/assignments/${assignmentId}`
  const hrefOf = (number: number, of = tab) => withParams(path, { tab: of === 'any' ? null : of, page: number === 1 ? null : number })
  const caller = await personCaller(hrefOf(1))
  const assignment = await orNotFound(getAssignment(caller, { assignmentId, tab, page }))
  const language = await getLocale()
  const t = await getTranslations('assignments')
  const zone = caller.organisation.timeZone
  const today = dayOf(caller.now, zone)
  const made = datesIn(language, zone).writeDay(dayOf(assignment.createdAt, zone), 'day', today)
  const due = assignment.dueOn === null ? '' : datesIn(language, zone).writeDay(assignment.dueOn, 'day', today)
  const isOpen = assignment.cancelledAt === null
  return (
    <AdminPage tab="assignments" here={hrefOf(assignment.page)}>
      <PageHead
        title={assignment.courseTitle[language]}
        back={{ href: '/admin/assignments', label: t('title') }}
        lead={
          <>
            {t('madeBy', { made, by: assignment.createdBy ?? '–', due, hasDue: due === '' ? 'no' : 'yes' })}
            <br />
            {t('madeFor', {
              names: new Intl.ListFormat(language, { style: 'narrow' }).format(assignment.audiences.slice(0, 8).map(({ name }) => name)),
              more: Math.max(0, assignment.audiences.length - 8),
            })}
          </>
        }
      />
      {!isOpen && <p className="problem">{t('isCancelled')}</p>}
      <div className="pair wide-first">
        <div>
          <nav className="outcome" aria-label={t('people')}>
            {assignmentTabs.map((each) => (
              <a key={each} href={hrefOf(1, each)} aria-current={each === tab ? 'true' : undefined}>
                <b>{assignment.counts[each]}</b>
                {t(`counts.${each}`)}
              </a>
            ))}
          </nav>
          {assignment.rows.length === 0 ? (
            <EmptyState title={t('nobodyHere')} />
          ) : (
            <EnrolmentTable rows={assignment.rows} today={today} timeZone={zone} path={path} />
          )}
          <Pager page={assignment.page} pages={assignment.pages} hrefOf={(number) => hrefOf(number)} />
        </div>
        {isOpen && (
          <div>
            {assignment.counts.open > 0 && (
              <section>
                <h2 className="h2">{t('extendAll')}</h2>
                <p className="mt-2">{t('extendAllText', { count: assignment.counts.open })}</p>
                <ExtensionForm
                  action={extendAll}
                  values={{ assignmentId }}
                  earliest={assignment.dueOn && assignment.dueOn >= today ? addDays(assignment.dueOn, 1) : today}
                  submit={t('extendAllSubmit')}
                />
              </section>
            )}
            <section>
              <Confirm label={t('cancelOpen')} text={t('cancelText', { count: assignment.counts.open })}>
                <Act action={cancel} values={{ assignmentId }} kind="plain">
                  {t('cancelSubmit')}
                </Act>
              </Confirm>
            </section>
          </div>
        )}
      </div>
    </AdminPage>
  )
}
