import type { AccountState as State } from '#domain/people/account-state'
import { When } from '../ui/dates.tsx'
import { Form, type FormAction, SubmitButton } from '../ui/form.tsx'
import { useTranslations } from '../ui/words.tsx'
import { AccountState } from './account-state.tsx'
import { Confirm } from './confirm.tsx'

interface Props {
  person: { id: string; email: string | null; state: State; invitedUntil: Date | null; lastSeenAt: Date | null }
  isManaged: boolean
  /** Receives `personId`, and as `deed` what is to be done. */
  action: FormAction
}

/** Whether the person can sign in, and what changes that: one form, so that the word about what was done outlives the button that did it. */
export function AccountSection({ person, isManaged, action }: Props) {
  const t = useTranslations('people')
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
      {person.email === null && person.state !== 'inactive' && (
        <p className="meta">
          {t('noAddress')} {isManaged && <a href={`/admin/people/codes?person=${person.id}`}>{t('printCode')}</a>}
        </p>
      )}
      {isManaged && (
        <Form action={action} className="mt-4 grid justify-items-start gap-3">
          <input type="hidden" name="personId" value={person.id} />
          {mayBeInvited && (
            <SubmitButton kind="plain" name="deed" value="invite">
              {person.state === 'uninvited' ? t('invite') : t('inviteAgain')}
            </SubmitButton>
          )}
          {person.state === 'inactive' ? (
            <SubmitButton kind="plain" name="deed" value="reactivate">
              {t('reactivate')}
            </SubmitButton>
          ) : (
            <Confirm label={t('deactivateOpen')} text={t('deactivateText')}>
              <SubmitButton kind="plain" name="deed" value="deactivate">
                {t('deactivate')}
              </SubmitButton>
            </Confirm>
          )}
        </Form>
      )}
    </section>
  )
}
