import type { ReactNode } from 'react'
import { periods, type ReportFilter } from '#domain/reports/filter'
import { type GroupNode, inTreeOrder, topsOf } from '#domain/reports/groups'
import { useDates } from '../ui/dates.tsx'
import { useNumbers } from '../ui/numbers.tsx'
import { useTranslations } from '../ui/words.tsx'

interface Props {
  /** The address the form leads to. What its path fixes is told, not chosen. */
  action: string
  fixed: 'course' | 'group' | null
  filter: ReportFilter
  now: Date
  groups: readonly GroupNode[]
  inView: GroupNode | null
  courses: readonly { id: string; title: string }[]
  course: { id: string; title: string }
  /** Names of fields of the address that could not be read. */
  ignored: readonly (keyof ReportFilter)[]
}

const sentences = { course: 'ofCourse', group: 'ofGroup', none: 'overview' } as const

/** What a report shows, as a sentence whose words can be changed. A plain form: the choice becomes the address. */
export function FilterForm({ action, fixed, filter, now, groups, inView, courses, course, ignored }: Props) {
  const t = useTranslations('reports.filter')
  const numbers = useNumbers()
  const said = {
    time: useDates().write(now, 'longMoment'),
    courseTitle: course.title,
    groupName: inView?.name ?? '',
    course: () => (
      <SaidSelect name="course" label={t('course')} value={course.id}>
        {courses.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SaidSelect>
    ),
    group: () => <GroupSelect groups={groups} value={filter.group} />,
    weeks: () => (
      <SaidSelect name="weeks" label={t('weeks')} value={String(filter.weeks)}>
        {periods.map((weeks) => (
          <option key={weeks} value={weeks}>
            {t('period', { count: weeks })}
          </option>
        ))}
      </SaidSelect>
    ),
  }
  return (
    <>
      <form className="asks" action={action} aria-label={t('label')}>
        {t.rich(sentences[fixed ?? 'none'], said)} {fixed && <Search value={filter.search} />}
        {fixed && filter.status && <input type="hidden" name="status" value={filter.status} />}
        <button type="submit" className="btn plain compact no-print">
          {t('show')}
        </button>
      </form>
      {ignored.length > 0 && (
        <p className="problem" role="status">
          {t('ignored', { fields: numbers.list(ignored.map((field) => t(field))) })}
        </p>
      )}
    </>
  )
}

function Search({ value }: { value: string }) {
  const t = useTranslations('reports.filter')
  return (
    <input
      type="search"
      name="search"
      className="compact input"
      defaultValue={value}
      placeholder={t('search')}
      aria-label={t('search')}
      maxLength={100}
    />
  )
}

function SaidSelect({ name, label, value, children }: { name: string; label: string; value: string; children: ReactNode }) {
  return (
    <select key={value} className="said-select" name={name} aria-label={label} defaultValue={value}>
      {children}
    </select>
  )
}

function GroupSelect({ groups, value }: { groups: readonly GroupNode[]; value: string | null }) {
  const t = useTranslations('reports.filter')
  const tree = inTreeOrder(groups)
  const isWhole = topsOf(groups).every(({ path }) => path.length === 1)
  return (
    <SaidSelect name="group" label={t('group')} value={value ?? ''}>
      <option value="">{isWhole ? t('everybody') : t('everybodyWithin')}</option>
      {tree.map(({ group, depth }) => (
        <option key={group.id} value={group.id}>
          {'\u2003'.repeat(depth)}
          {group.name}
        </option>
      ))}
    </SaidSelect>
  )
}
