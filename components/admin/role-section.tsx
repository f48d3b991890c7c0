import { dayOf } from '#domain/calendar'
import { type Role, roles } from '#domain/policy'
import { Day } from '../ui/dates.tsx'
import { Select, TextInput } from '../ui/field.tsx'
import { Form, type FormAction, SubmitButton } from '../ui/form.tsx'
import { useTranslations } from '../ui/words.tsx'
import { Act } from './act.tsx'
import { groupOptions } from './group-options.tsx'

interface Props {
  person: { id: string; grants: { id: string; role: Role; groupName: string | null; endsAt: Date | null }[] }
  groups: readonly { id: string; name: string; depth: number }[]
  today: string
  timeZone: string
  mayGrant: boolean
  actions: { giveRole: FormAction; takeRole: FormAction }
}

/** The roles a person holds now, each for a branch or the whole organisation. */
export function RoleSection({ person, groups, today, timeZone, mayGrant, actions }: Props) {
  const t = useTranslations('people')
  const words = useTranslations('admin.roles')
  return (
    <section>
      <div className="head2">
        <h2 className="h2">{t('roles')}</h2>
      </div>
      {person.grants.length === 0 ? (
        <p className="quiet">{t('noRoles')}</p>
      ) : (
        <table className="table">
          <caption className="sr">{t('roles')}</caption>
          <tbody>
            {person.grants.map(({ id, role, groupName, endsAt }) => (
              <tr key={id}>
                <th scope="row">{words(role)}</th>
                <td>
                  {groupName ?? t('wholeOrganisation')}
                  {endsAt && (
                    <span className="quiet">
                      {' '}
                      {t('until')} <Day day={dayOf(endsAt, timeZone)} today={today} />
                    </span>
                  )}
                </td>
                <td className="end">
                  {mayGrant && (
                    <Act action={actions.takeRole} values={{ grantId: id }}>
                      {t('revoke')}
                    </Act>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayGrant && (
        <details className="confirm mt-3">
          <summary>{t('grantOpen')}</summary>
          <Form action={actions.giveRole} className="form mt-3">
            <input type="hidden" name="personId" value={person.id} />
            <Select
              name="role"
              label={t('role')}
              hint={t('roleHint')}
              options={roles.map((role) => ({ value: role, label: words(role) }))}
            />
            <Select name="groupId" label={t('roleFor')} options={[{ value: '', label: t('wholeOrganisation') }, ...groupOptions(groups)]} />
            <TextInput name="endsOn" type="date" label={t('roleEnds')} hint={t('roleEndsHint')} min={today} />
            <div>
              <SubmitButton kind="plain">{t('grant')}</SubmitButton>
            </div>
          </Form>
        </details>
      )}
    </section>
  )
}
