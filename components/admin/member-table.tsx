import type { FormAction } from '../ui/form.tsx'
import { useTranslations } from '../ui/words.tsx'
import { Act } from './act.tsx'

interface Member {
  id: string
  name: string
  email: string | null
  employeeNumber: string | null
  groupName: string
  deactivatedAt: Date | null
}

export function MemberTable({ members, listId, action }: { members: readonly Member[]; listId: string; action: FormAction }) {
  const t = useTranslations('lists')
  return (
    <table className="table rows">
      <caption className="sr">{t('people')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('person')}</th>
          <th scope="col">{t('group')}</th>
          <th scope="col">
            <span className="sr">{t('remove')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <th scope="row">
              <a href={`/admin/people/${member.id}`}>{member.name}</a>
              <small>{[member.email, member.employeeNumber, member.deactivatedAt && t('inactive')].filter(Boolean).join(' · ')}</small>
            </th>
            <td>{member.groupName}</td>
            <td className="act">
              <Act action={action} values={{ listId, personId: member.id }}>
                {t('remove')} <span className="sr">{member.name}</span>
              </Act>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
