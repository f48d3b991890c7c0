import type { Metadata } from 'next'
import { personCaller } from '#auth/actor'
import { LabReviewed } from '#components/lab/lab-reviewed'
import { Trail } from '#components/report/trail'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { reviewLab } from '#services/labs/review-lab'
import { orNotFound } from '../../../_adapter/page.ts'
import { ReportFrame } from '../../_report.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') }
}

/** One attempt at a lab, for whoever may read what was given in it. */
export default async function LabReviewPage({ params }: { params: Promise<{ attempt: string }> }) {
  const { attempt } = await params
  const here = `/reports/labs/${attempt}`
  const caller = await personCaller(here)
  const { language } = caller.actor
  const review = await orNotFound(reviewLab(caller, { attemptId: attempt, language }))
  const t = await getTranslations('reports')
  return (
    <ReportFrame here={here}>
      <Trail
        steps={[
          { href: '/reports', label: t('title') },
          { href: `/reports/people/${review.person.id}`, label: review.person.name },
        ]}
        last={review.title[language]}
      />
      <PageHead title={review.title[language]} lead={t('lab.lead', { name: review.person.name })} />
      <p className="meta">
        <a href={`/reports/groups/${review.person.groupId}/${review.courseId}/${review.unitId}`}>
          {t('lab.toGroup', { group: review.person.group })}
        </a>
      </p>
      <LabReviewed review={review} />
    </ReportFrame>
  )
}
