import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { personCaller } from '#auth/actor'
import { ObjectiveControls } from '#components/report/objective-controls'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { mayEver } from '#domain/policy'
import { getCourse } from '#services/catalogue/get-course'
import { orNotFound } from '../../../_adapter/page.ts'
import { AdminPage } from '../../_parts/admin-page.tsx'

interface Props {
  params: Promise<{ course: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.courses'))('title') }
}

export default async function AdminCoursePage({ params }: Props) {
  const { course: courseId } = await params
  const here = `/admin/courses/${encodeURIComponent(courseId)}`
  const caller = await personCaller(here)
  if (!mayEver(caller.actor, 'course.publish') && !mayEver(caller.actor, 'assignment.read')) notFound()
  const course = await orNotFound(getCourse(caller, { courseId }))
  const language = await getLocale()
  const t = await getTranslations('admin.courses')
  return (
    <AdminPage tab="courses" here={here}>
      <PageHead title={course.title[language]} lead={course.summary[language]} back={{ href: '/admin/courses', label: t('title') }} />
      <p className="meta">
        {t('facts', { units: course.units.length, minutes: course.minutes })}{' '}
        <a href={`/courses/${encodeURIComponent(course.id)}`}>{t('asLearner')}</a>
      </p>
      <ObjectiveControls objectives={course.objectives} />
    </AdminPage>
  )
}
