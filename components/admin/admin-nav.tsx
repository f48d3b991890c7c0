import { useTranslations } from '../ui/words.tsx'

export const adminTabs = ['overview', 'people', 'groups', 'lists', 'assignments', 'courses', 'settings', 'audit-log'] as const
export type AdminTab = (typeof adminTabs)[number]

const hrefOf = (tab: AdminTab) => (tab === 'overview' ? '/admin' : `/admin/${tab}`)

/** The ways through administration; none where there is only one. */
export function AdminNav({ tabs, current }: { tabs: readonly AdminTab[]; current: AdminTab }) {
  const t = useTranslations('admin')
  if (tabs.length < 2) return null
  return (
    <nav className="subnav" aria-label={t('navigation')}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab}>
            <a href={hrefOf(tab)} aria-current={tab === current ? 'page' : undefined}>
              {t(`tabs.${tab}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
