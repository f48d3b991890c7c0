import type { Metadata } from 'next'
import { personCaller } from '#auth/actor'
import { LabOfGroup } from '#components/lab/lab-of-group'
import { Trail } from '#components/report/trail'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { getLabReport } from '#services/labs/report-lab'
import { orNotFound } from '../../../../../_adapter/page.ts'
import { ReportFrame } from '../../../../_report.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') }
}

interface Props {
  params: Promise<{ group: string; course: string; unit: string }>
}

/** What a group did in a lab, where it is large enough. */
export default async function LabOfGroupPage({ params }: Props) {
  const { group, course, unit } = await params
  const here = `/reports/groups/${group}/${course}/${unit}`
  const caller = await personCaller(here)
  const { language } = caller.actor
  const report = await orNotFound(getLabReport(caller, { groupId: group, courseId: course, unitId: unit, language }))
  const t = await getTranslations('reports')
  return (
    <ReportFrame here={here}>
      <Trail
        steps={[
          { href: '/reports', label: t('title') },
          { href: `/reports/groups/${group}`, label: report.group },
        ]}
        last={report.title}
      />
      <PageHead title={report.title} lead={t('lab.groupLead', { group: report.group, people: report.people })} />
      <LabOfGroup report={report.report} least={report.least} />
    </ReportFrame>
  )
}
