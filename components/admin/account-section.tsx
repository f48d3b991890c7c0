import { useTranslations } from 'next-intl'
import type { AccountState as State } from '#domain/people/account-state'
import { When } from '../ui/dates.tsx'
import type { FormAction } from '../ui/form.tsx'
import { AccountState } from './account-state.tsx'
import { Act } from './act.tsx'
import { Confirm } from './confirm.tsx'

interface Props {
  person: { id: string; email: string | null; state: State; invitedUntil: Date | null; lastSeenAt: Date | null }
  isManaged: boolean
  actions: { endPerson: FormAction; returnPerson: FormAction; invitePerson: FormAction }
}

/** Whether the person can sign in, and what changes that. */
export function AccountSection({ person, isManaged, actions }: Props) {
  const t = useTranslations('people')
  const values = { personId: person.id }
  const mayBeInvited = person.email !== null && ['uninvited', 'invited', 'expired'].includes(person.state)
  return (
    <section>
      <div className="head2">
        <h2 className="h2">{t('account')}</h2>
      </div>
      <p>
        <AccountState state={person.state} />
      </p>
      {person.state === 'invited' && person.invitedUntil && (
        <p className="meta">
          {t('invitedUntil')} <When at={person.invitedUntil} as="instant" />
        </p>
      )}
      {person.lastSeenAt && (
        <p className="meta">
          {t('lastSeen')} <When at={person.lastSeenAt} as="instant" />
        </p>
      )}
      {person.email === null && person.state !== 'inactive' && <p className="meta">{t('noAddress')}</p>}
      {isManaged && (
        <div className="mt-4 grid justify-items-start gap-3">
          {mayBeInvited && (
            <Act action={actions.invitePerson} values={values} kind="plain">
              {person.state === 'uninvited' ? t('invite') : t('inviteAgain')}
            </Act>
          )}
          {person.state === 'inactive' ? (
            <Act action={actions.returnPerson} values={values} kind="plain">
              {t('reactivate')}
            </Act>
          ) : (
            <Confirm label={t('deactivateOpen')} text={t('deactivateText')}>
              <Act action={actions.endPerson} values={values} kind="plain">
                {t('deactivate')}
              </Act>
            </Confirm>
          )}
        </div>
      )}
    </section>
  )
}
