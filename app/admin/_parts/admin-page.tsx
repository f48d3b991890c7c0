import type { ReactNode } from 'react'
import { personCaller } from '#auth/actor'
import { AdminNav, type AdminTab } from '#components/admin/admin-nav'
import { mayEver, type Permission } from '#domain/policy'
import { Frame } from '../../_adapter/frame.tsx'

/** What a page's main verb needs: the navigation leaves out what would be refused anyway. */
const needs: Record<AdminTab, Permission[]> = {
  overview: ['person.manage', 'assignment.read'],
  people: ['person.manage'],
  groups: ['group.manage'],
  lists: ['group.manage'],
  assignments: ['assignment.read'],
  courses: ['course.publish', 'assignment.read'],
  settings: ['settings.read'],
  'audit-log': ['audit.read'],
}

export async function AdminPage({ tab, here, children }: { tab: AdminTab; here: string; children: ReactNode }) {
  const { actor } = await personCaller(here)
  const tabs = (Object.keys(needs) as AdminTab[]).filter((each) => needs[each].some((permission) => mayEver(actor, permission)))
  return (
    <Frame section="admin" here={here}>
      <AdminNav tabs={tabs} current={tab} />
      <main id="main" className="page">
        {children}
      </main>
    </Frame>
  )
}
