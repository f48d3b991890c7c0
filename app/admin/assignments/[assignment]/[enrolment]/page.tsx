import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { personCaller } from '#auth/actor'
import { ExtensionForm } from '#components/admin/extension-form'
import { PastExtensions } from '#components/admin/past-extensions'
import { WaiverForm } from '#components/admin/waiver-form'
import { datesIn } from '#components/ui/dates'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { addDays, dayOf } from '#domain/calendar'
import { mayEver } from '#domain/policy'
import { getEnrolment } from '#services/enrolments/get-enrolment'
import { orNotFound } from '../../../../_adapter/page.ts'
import { AdminPage } from '../../../_parts/admin-page.tsx'
import { extendOne, waiveOne } from '../../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('assignments'))('decide') }
}

export default async function EnrolmentPage({ params }: { params: Promise<{ assignment: string; enrolment: string }> }) {
  const { assignment, enrolment: enrolmentId } = await params
  const back = `/admin/assignments/${assignment}`
  const here = `${back}/${enrolmentId}`
  const caller = await personCaller(here)
  const { enrolment, name, groupName, courseTitle, extensions, waiver } = await orNotFound(getEnrolment(caller, { enrolmentId }))
  if (enrolment.assignmentId !== assignment || !mayEver(caller.actor, 'waiver.grant')) notFound()
  const language = await getLocale()
  const t = await getTranslations('assignments')
  const zone = caller.organisation.timeZone
  const today = dayOf(caller.now, zone)
  const due = enrolment.dueAt === null ? '' : datesIn(language, zone).writeDay(dayOf(enrolment.dueAt, zone), 'longDay', today)
  const isOwn = enrolment.personId === caller.actor.id
  return (
    <AdminPage tab="assignments" here={here}>
      <PageHead
        title={name}
        back={{ href: back, label: courseTitle[language] }}
        lead={t('hasUntil', { group: groupName, due, hasDue: due === '' ? 'no' : 'yes' })}
      />
      {waiver !== null && <p className="problem">{t('isWaived', { reason: t(`waiverReasons.${waiver}`) })}</p>}
      {waiver === null && enrolment.closedAt !== null && <p className="problem">{t('isClosed')}</p>}
      {isOwn && <p className="problem">{t('isYours')}</p>}
      {enrolment.closedAt === null && !isOwn && (
        <div className="pair">
          <section>
            <h2 className="h2">{t('extendOne')}</h2>
            <ExtensionForm
              action={extendOne}
              values={{ enrolmentId }}
              earliest={enrolment.dueOn && enrolment.dueOn >= today ? addDays(enrolment.dueOn, 1) : today}
              submit={t('extendSubmit')}
            />
          </section>
          <section>
            <h2 className="h2">{t('waive')}</h2>
            <p className="mt-2">{t('waiveText')}</p>
            <WaiverForm action={waiveOne} enrolmentId={enrolmentId} />
          </section>
        </div>
      )}
      {extensions.length > 0 && <PastExtensions extensions={extensions} today={today} timeZone={zone} />}
    </AdminPage>
  )
}
