import type { Metadata } from 'next'
import { personCaller } from '#auth/actor'
import { AnswerSentence } from '#components/report/answer-sentence'
import { FilterForm } from '#components/report/filter-form'
import { GroupTable } from '#components/report/group-table'
import { Trail } from '#components/report/trail'
import { getTranslations } from '#components/ui/words'
import type { Address } from '#domain/address'
import { addDays } from '#domain/calendar'
import { addressOf, everything, parseFilter } from '#domain/reports/filter'
import { getCourse } from '#services/catalogue/get-course'
import { getGroupReport } from '#services/reports/completion-report'
import { orNotFound } from '../../../_adapter/page.ts'
import { LabsSection } from '../../_labs.tsx'
import { PeopleSection } from '../../_people.tsx'
import { inLanguage, NothingYet, ReportFrame } from '../../_report.tsx'

interface Props {
  params: Promise<{ group: string }>
  searchParams: Promise<Address>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') }
}

export default async function GroupReportPage({ params, searchParams }: Props) {
  const { group: id } = await params
  const { filter, ignored } = parseFilter(await searchParams)
  const hrefOf = (change: Parameters<typeof addressOf>[1]) => `/reports/groups/${id}${addressOf({ ...filter, group: null }, change)}`
  const caller = await personCaller(hrefOf({}))
  const report = await orNotFound(getGroupReport(caller, { ...filter, group: id }))
  const t = await getTranslations('reports')
  const { scope, answer, groupRows } = report
  const courses = await inLanguage(scope.courses)
  const course = courses.find((known) => known.id === scope.course?.id)
  if (!course) return <NothingYet here={hrefOf({})} />
  const outline = await orNotFound(getCourse(caller, { courseId: course.id }))
  const above = scope.inView?.path.slice(0, -1).flatMap((step) => scope.groups.filter((group) => group.id === step)) ?? []
  const groupHref = (group: string) => `/reports/groups/${group}${addressOf(everything, { course: course.id })}`
  return (
    <ReportFrame here={hrefOf({})}>
      <Trail
        steps={[
          { href: `/reports${addressOf(everything, { course: course.id })}`, label: t('title') },
          ...above.map((group) => ({ href: groupHref(group.id), label: group.name })),
        ]}
        last={scope.inView?.name ?? ''}
      />
      <FilterForm
        action={`/reports/groups/${id}`}
        fixed="group"
        filter={filter}
        now={scope.now}
        groups={scope.groups}
        inView={scope.inView}
        courses={courses}
        course={course}
        ignored={ignored}
      />
      <AnswerSentence answer={answer} overdueHref={hrefOf({ status: 'overdue', page: 1 })} />
      {groupRows.some((row) => !row.isDirect) && (
        <section aria-labelledby="groups">
          <div className="head2">
            <h2 className="h2" id="groups">
              {t('groups.title')}
            </h2>
          </div>
          <GroupTable rows={groupRows} since={addDays(scope.today, -7)} hrefOf={groupHref} />
        </section>
      )}
      <PeopleSection
        report={report}
        hrefOf={hrefOf}
        exportHref={`/reports/courses/${course.id}/export${addressOf({ ...filter, course: null, group: id, page: 1 })}`}
      />
      <LabsSection course={outline} scope={scope} />
    </ReportFrame>
  )
}
