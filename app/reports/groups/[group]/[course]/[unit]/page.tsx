import type { Metadata } from 'next'
import { personCaller } from '#auth/actor'
import { LabOfGroup } from '#components/lab/lab-of-group'
import { LabLinks } from '#components/report/lab-links'
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
  const addressOf = (id: string) => `/reports/groups/${id}/${course}/${unit}`
  const here = addressOf(group)
  const caller = await personCaller(here)
  const { language } = caller.actor
  const report = await orNotFound(getLabReport(caller, { groupId: group, courseId: course, unitId: unit, language }))
  const t = await getTranslations('reports')
  const title = report.title[language]
  return (
    <ReportFrame here={here}>
      <Trail
        steps={[
          { href: `/reports/courses/${course}`, label: report.course.title[language] },
          ...report.above.map(({ id, name }) => ({ href: addressOf(id), label: name })),
        ]}
        last={report.group.name}
      />
      <PageHead title={title} lead={t('lab.groupLead', { group: report.group.name, people: report.people })} />
      <LabOfGroup report={report.report} people={report.people} counted={report.counted} least={report.least} />
      <LabLinks title={t('lab.groupsBeneath')} links={report.beneath.map(({ id, name }) => ({ href: addressOf(id), label: name }))} />
    </ReportFrame>
  )
}
