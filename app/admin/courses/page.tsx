import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { personCaller } from '#auth/actor'
import { Act } from '#components/admin/act'
import { When } from '#components/ui/dates'
import { EmptyState } from '#components/ui/empty-state'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { can, mayEver } from '#domain/policy'
import { listCourses } from '#services/catalogue/list-courses'
import { orNotFound } from '../../_adapter/page.ts'
import { AdminPage } from '../_parts/admin-page.tsx'
import { acceptVersion } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.courses'))('title') }
}

export default async function CoursesPage() {
  const caller = await personCaller('/admin/courses')
  const { actor } = caller
  if (!mayEver(actor, 'course.publish') && !mayEver(actor, 'assignment.read')) notFound()
  const courses = await orNotFound(listCourses(caller, {}))
  const language = await getLocale()
  const t = await getTranslations('admin.courses')
  return (
    <AdminPage tab="courses" here="/admin/courses">
      <PageHead title={t('title')} lead={t('lead')} />
      <section>
        {courses.length === 0 ? (
          <EmptyState title={t('none')}>
            <p>{t('noneText')}</p>
          </EmptyState>
        ) : (
          <ul className="course-rows">
            {courses.map(({ current, waitingHash, publishedAt }) => (
              <li key={current.id}>
                <h2 className="title">
                  <a href={`/courses/${current.id}`}>{current.title[language]}</a>
                </h2>
                <p>{current.summary[language]}</p>
                <p className="meta">
                  {t('facts', { units: current.units.length, minutes: current.minutes })}{' '}
                  {t('inUse', { version: current.hash.slice(0, 8) })} <When at={publishedAt} as="instant" />{' '}
                  <a href={`/admin/courses/${current.id}`} aria-label={t('controlsOf', { course: current.title[language] })}>
                    {t('controls')}
                  </a>
                </p>
                {waitingHash && (
                  <div className="mt-2">
                    <p>{t('waiting', { version: waitingHash.slice(0, 8) })}</p>
                    {can(actor, 'course.publish', {}) ? (
                      <Act action={acceptVersion} values={{ courseId: current.id, hash: waitingHash }} kind="plain">
                        {t('accept')}
                      </Act>
                    ) : (
                      <p className="meta">{t('acceptedByOthers')}</p>
                    )}
                  </div>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
    </AdminPage>
  )
}
