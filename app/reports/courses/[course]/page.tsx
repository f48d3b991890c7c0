import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { personCaller } from '#auth/actor'
import { FilterForm } from '#components/report/filter-form'
import { ObjectiveControls } from '#components/report/objective-controls'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import type { Address } from '#domain/address'
import { addressOf, everything, parseFilter } from '#domain/reports/filter'
import { getCourse } from '#services/catalogue/get-course'
import { getCompletionReport } from '#services/reports/completion-report'
import { orNotFound } from '../../../_adapter/page.ts'
import { LabsSection } from '../../_labs.tsx'
import { PeopleSection } from '../../_people.tsx'
import { inLanguage, ReportFrame } from '../../_report.tsx'

interface Props {
  params: Promise<{ course: string }>
  searchParams: Promise<Address>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') }
}

export default async function CourseReportPage({ params, searchParams }: Props) {
  const { course: id } = await params
  const { filter, ignored } = parseFilter(await searchParams)
  const hrefOf = (change: Parameters<typeof addressOf>[1]) => `/reports/courses/${id}${addressOf({ ...filter, course: null }, change)}`
  const caller = await personCaller(hrefOf({}))
  const [report, outline] = await orNotFound(
    Promise.all([getCompletionReport(caller, { ...filter, course: id }), getCourse(caller, { courseId: id })]),
  )
  const t = await getTranslations('reports')
  const { scope } = report
  const courses = await inLanguage(scope.courses)
  const course = courses.find((known) => known.id === id)
  if (!course) notFound()
  return (
    <ReportFrame here={hrefOf({})}>
      <FilterForm
        action={`/reports/courses/${id}`}
        fixed="course"
        filter={filter}
        now={scope.now}
        groups={scope.groups}
        inView={scope.inView}
        courses={courses}
        course={course}
        ignored={ignored}
      />
      <PageHead
        title={course.title}
        back={{ href: `/reports${addressOf(everything, { course: id, group: filter.group })}`, label: t('back') }}
      />
      <PeopleSection
        report={report}
        hrefOf={hrefOf}
        exportHref={`/reports/courses/${id}/export${addressOf({ ...filter, course: null, page: 1 })}`}
      />
      <LabsSection course={outline} scope={scope} />
      <ObjectiveControls objectives={outline.objectives} />
    </ReportFrame>
  )
}
