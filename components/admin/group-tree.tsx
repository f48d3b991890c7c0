import type { CSSProperties } from 'react'
import { useTranslations } from '../ui/words.tsx'

interface Row {
  id: string
  name: string
  depth: number
  isClosed: boolean
  people: number
  branchPeople: number
}

/** The tree of groups as a table: indented by depth, with people of the group and of all beneath it. */
export function GroupTree({ groups }: { groups: readonly Row[] }) {
  const t = useTranslations('groups')
  return (
    <table className="table">
      <caption className="sr">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col" className="n">
            {t('people')}
          </th>
          <th scope="col" className="n">
            {t('branchPeople')}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.id}>
            <th scope="row">
              <span className="tree-name" style={{ '--depth': group.depth } as CSSProperties}>
                <span className="sr">{t('level', { level: group.depth + 1 })} </span>
                <a href={`/admin/groups/${group.id}`}>{group.name}</a>
                {group.isClosed && <span className="quiet"> {t('closed')}</span>}
              </span>
            </th>
            <td className="n">
              {group.people > 0 ? <a href={`/admin/people?group=${group.id}&beneath=no`}>{group.people}</a> : group.people}
            </td>
            <td className="n">
              {group.branchPeople > 0 ? <a href={`/admin/people?group=${group.id}`}>{group.branchPeople}</a> : group.branchPeople}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
