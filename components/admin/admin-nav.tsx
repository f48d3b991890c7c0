import { useTranslations } from 'next-intl'

export const adminTabs = ['overview', 'people', 'groups', 'lists', 'assignments', 'courses', 'settings', 'audit-log'] as const
export type AdminTab = (typeof adminTabs)[number]

const hrefOf = (tab: AdminTab) => (tab === 'overview' ? '/admin' : `/admin/${tab}`)

export function AdminNav({ tabs, current }: { tabs: readonly AdminTab[]; current: AdminTab }) {
  const t = useTranslations('admin')
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
