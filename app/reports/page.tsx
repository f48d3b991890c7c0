import type { Metadata } from 'next'
import { personCaller } from '#auth/actor'
import { AnswerSentence } from '#components/report/answer-sentence'
import { FilterForm } from '#components/report/filter-form'
import { GroupTable } from '#components/report/group-table'
import { StatusSums } from '#components/report/status-sums'
import { TrendChart } from '#components/report/trend-chart'
import { getTranslations } from '#components/ui/words'
import type { Address } from '#domain/address'
import { addressOf, everything, parseFilter } from '#domain/reports/filter'
import { getOverview } from '#services/reports/get-overview'
import { orNotFound } from '../_adapter/page.ts'
import { inLanguage, NothingYet, ReportFrame } from './_report.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') }
}

export default async function ReportsPage({ searchParams }: { searchParams: Promise<Address> }) {
  const { filter, ignored } = parseFilter(await searchParams)
  const here = `/reports${addressOf(filter)}`
  const caller = await personCaller(here)
  const { scope, total, groupRows, answer, trend } = await orNotFound(getOverview(caller, filter))
  const t = await getTranslations('reports')
  const courses = await inLanguage(scope.courses)
  const course = courses.find(({ id }) => id === scope.course?.id)
  if (!course) return <NothingYet here={here} />
  const people = { ...everything, group: filter.group }
  const peopleHref = `/reports/courses/${course.id}`
  return (
    <ReportFrame here={here}>
      <FilterForm
        action="/reports"
        fixed={null}
        filter={filter}
        now={scope.now}
        groups={scope.groups}
        inView={scope.inView}
        courses={courses}
        course={course}
        ignored={ignored}
      />
      <AnswerSentence answer={answer} overdueHref={`${peopleHref}${addressOf(people, { status: 'overdue' })}`} />
      <section className="two">
        <div>
          <h2 className="label">{t('trend.title')}</h2>
          <p className="meta">{t('trend.lead')}</p>
          <TrendChart values={trend.values} dueDay={trend.dueDay} />
        </div>
        <div>
          <h2 className="label">{t('sums.title')}</h2>
          <p className="meta">{t('sums.lead')}</p>
          <StatusSums counts={total} hrefOf={(status) => `${peopleHref}${addressOf(people, { status })}`} />
        </div>
      </section>
      <section aria-labelledby="groups">
        <div className="head2">
          <h2 className="h2" id="groups">
            {t('groups.title')}
          </h2>
          <p className="meta no-print">
            <a href={`${peopleHref}${addressOf(people)}`}>{t('people.see')}</a>
            {scope.mayExport && <a href={`${peopleHref}/export${addressOf(people)}`}>{t('people.export')}</a>}
          </p>
        </div>
        <GroupTable
          rows={groupRows}
          since={trend.values.at(-2)?.day ?? scope.today}
          hrefOf={(group) => `/reports/groups/${group}${addressOf(everything, { course: course.id })}`}
        />
      </section>
    </ReportFrame>
  )
}
