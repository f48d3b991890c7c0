import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { personCaller } from '#auth/actor'
import { Attention, type AttentionItem } from '#components/admin/attention'
import { datesIn } from '#components/ui/dates'
import { EmptyState } from '#components/ui/empty-state'
import { PageHead } from '#components/ui/page-head'
import { getTranslations } from '#components/ui/words'
import { dayOf } from '#domain/calendar'
import { mayEver } from '#domain/policy'
import { listAssignments } from '#services/assignments/list-assignments'
import type { Caller } from '#services/caller'
import { listCourses } from '#services/catalogue/list-courses'
import { countAccounts } from '#services/people/count-accounts'
import { AdminPage } from './_parts/admin-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('title') }
}

async function peopleItems(caller: Caller): Promise<AttentionItem[]> {
  const t = await getTranslations('admin.attention')
  const { uninvited, expired } = await countAccounts(caller, {})
  const items = [
    { count: uninvited, href: '/admin/people?state=uninvited', label: t('uninvited', { count: uninvited }) },
    { count: expired, href: '/admin/people?state=expired', label: t('expired', { count: expired }) },
  ]
  return items.filter((item) => item.count > 0)
}

async function assignmentItems(caller: Caller, zone: string): Promise<AttentionItem[]> {
  const t = await getTranslations('admin.attention')
  const language = await getLocale()
  const today = dayOf(caller.now, zone)
  const { rows } = await listAssignments(caller, { onlyDue: true })
  return rows.slice(0, 10).map(({ id, courseTitle, dueOn, open, overdue, audiences }) => ({
    count: open,
    href: `/admin/assignments/${id}`,
    label: t('due', {
      count: open,
      course: courseTitle[language],
      due: dueOn ? datesIn(language, zone).writeDay(dueOn, 'day', today) : '',
      hasDue: dueOn ? 'yes' : 'no',
    }),
    detail: audiences.join(', '),
    overdue: overdue > 0 ? t('overdue', { count: overdue }) : undefined,
  }))
}

async function courseItems(caller: Caller): Promise<AttentionItem[]> {
  const t = await getTranslations('admin.attention')
  const language = await getLocale()
  const waiting = (await listCourses(caller, {})).filter((course) => course.waitingHash !== null)
  return waiting.map(({ current }) => ({ count: 1, href: '/admin/courses', label: t('version', { course: current.title[language] }) }))
}

export default async function AdminFrontPage() {
  const caller = await personCaller('/admin')
  const { actor, organisation } = caller
  const [people, orders] = [mayEver(actor, 'person.manage'), mayEver(actor, 'assignment.read')]
  if (!people && !orders) {
    if (mayEver(actor, 'audit.read')) redirect('/admin/audit-log')
    notFound()
  }
  const t = await getTranslations('admin')
  const items = [
    ...(orders ? await assignmentItems(caller, organisation.timeZone) : []),
    ...(mayEver(actor, 'course.publish') ? await courseItems(caller) : []),
    ...(people ? await peopleItems(caller) : []),
  ]
  return (
    <AdminPage tab="overview" here="/admin">
      <PageHead title={items.length > 0 ? t('needsAttention') : t('allQuiet')}>
        {orders && (
          <a className="btn" href="/admin/assignments/new">
            {t('assignCourse')}
          </a>
        )}
        {people && (
          <a className="btn plain" href="/admin/people/new">
            {t('addPerson')}
          </a>
        )}
      </PageHead>
      <section>
        {items.length > 0 ? (
          <Attention items={items} />
        ) : (
          <EmptyState title={t('quietTitle')}>
            <p>{t('quietText')}</p>
          </EmptyState>
        )}
      </section>
    </AdminPage>
  )
}
