import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { type PersonCaller, personCaller } from '#auth/actor'
import { isAskedHere } from '#auth/security-headers'
import { AskWhy } from '#components/lab/ask-why'
import { LabReviewed } from '#components/lab/lab-reviewed'
import { Trail } from '#components/report/trail'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { type ReadingReason, readingReasonOf } from '#domain/labs/reading'
import { getReviewed } from '#services/labs/find-reviewed'
import { reviewLab } from '#services/labs/review-lab'
import { orNotFound } from '../../../_adapter/page.ts'
import type { Search } from '../../../_adapter/search.ts'
import { ReportFrame } from '../../_report.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') }
}

interface Props {
  params: Promise<{ attempt: string }>
  searchParams: Search
}

/** One attempt at a lab, for whoever may read what was given in it and says why; one's own needs no reason. */
export default async function LabReviewPage({ params, searchParams }: Props) {
  const { attempt } = await params
  // A link that somebody sent carries their reason, not the reader's own.
  const why = isAskedHere(await headers()) ? readingReasonOf((await searchParams).why) : null
  const here = `/reports/labs/${attempt}${why ? `?why=${why}` : ''}`
  const caller = await personCaller(here)
  const { person, title, isOwn } = await orNotFound(getReviewed(caller, { attemptId: attempt }))
  const t = await getTranslations('reports')
  const { language } = caller.actor
  const lead = isOwn ? 'lab.ownLead' : why ? 'lab.lead' : 'lab.whyLead'
  return (
    <ReportFrame here={here}>
      <Trail
        steps={[
          { href: '/reports', label: t('title') },
          { href: `/reports/people/${person.id}`, label: person.name },
        ]}
        last={title[language]}
      />
      <PageHead title={title[language]} lead={t(lead, { name: person.name })} />
      {why || isOwn ? <Reviewed {...{ caller, attempt, why }} /> : <AskWhy />}
    </ReportFrame>
  )
}

async function Reviewed({ caller, attempt, why }: { caller: PersonCaller; attempt: string; why: ReadingReason | null }) {
  const review = await orNotFound(reviewLab(caller, { attemptId: attempt, language: caller.actor.language, why }))
  const t = await getTranslations('reports')
  return (
    <>
      <p className="meta">
        <a href={`/reports/groups/${review.person.groupId}/${review.courseId}/${review.unitId}`}>
          {t('lab.toGroup', { group: review.person.group })}
        </a>
      </p>
      <LabReviewed review={review} />
    </>
  )
}
