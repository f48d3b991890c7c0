import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { personCaller } from '#auth/actor'
import { EnrolmentSection } from '#components/report/enrolment-section'
import { Trail } from '#components/report/trail'
import { datesIn } from '#components/ui/dates'
import { EmptyState } from '#components/ui/empty-state'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { dayOf } from '#domain/calendar'
import { getPersonReport } from '#services/reports/get-person-report'
import { orNotFound } from '../../../_adapter/page.ts'
import { ReportFrame } from '../../_report.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') }
}

export default async function PersonReportPage({ params }: { params: Promise<{ person: string }> }) {
  const { person: id } = await params
  const here = `/reports/people/${id}`
  const caller = await personCaller(here)
  const { person, groups, enrolments } = await orNotFound(getPersonReport(caller, { person: id }))
  const t = await getTranslations('reports')
  const language = await getLocale()
  const today = dayOf(caller.now, caller.organisation.timeZone)
  return (
    <ReportFrame here={here}>
      <Trail
        steps={[
          { href: '/reports', label: t('title') },
          ...groups.map((group) => ({ href: `/reports/groups/${group.id}`, label: group.name })),
        ]}
        last={person.name}
      />
      <PageHead
        title={person.name}
        lead={
          person.deactivatedAt
            ? t('person.gone', { day: datesIn(language, caller.actor.timeZone).write(person.deactivatedAt, 'date') })
            : t('person.private')
        }
      />
      {enrolments.length === 0 && (
        <section>
          <EmptyState title={t('person.none', { name: person.name })}>
            <p>{t('person.noneHint', { name: person.name })}</p>
          </EmptyState>
        </section>
      )}
      {enrolments.map(({ title, units, ...enrolment }) => (
        <EnrolmentSection
          key={enrolment.id}
          enrolment={{ ...enrolment, title: title[language], units: units.map((unit) => ({ ...unit, title: unit.title[language] })) }}
          today={today}
        />
      ))}
    </ReportFrame>
  )
}
