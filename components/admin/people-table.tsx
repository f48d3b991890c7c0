import type { AccountState as State } from '#domain/people/account-state'
import type { Role } from '#domain/policy'
import { useTranslations } from '../ui/words.tsx'
import { AccountState } from './account-state.tsx'

interface Row {
  id: string
  name: string
  email: string | null
  employeeNumber: string | null
  groupName: string
  state: State
  roles: Role[]
}

export function PeopleTable({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations('people')
  const words = useTranslations('admin.roles')
  return (
    <table className="table rows">
      <caption className="sr">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('group')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('role')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/admin/people/${row.id}`}>{row.name}</a>
              <small>{[row.email, row.employeeNumber].filter(Boolean).join(' · ')}</small>
            </th>
            <td data-l={t('group')}>{row.groupName}</td>
            <td data-l={t('state')}>
              <AccountState state={row.state} />
            </td>
            <td data-l={t('role')}>{row.roles.length > 0 ? row.roles.map((role) => words(role)).join(', ') : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
