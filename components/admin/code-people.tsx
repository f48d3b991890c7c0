import type { AccountState as State } from '#domain/people/account-state'
import { useTranslations } from '../ui/words.tsx'
import { AccountState } from './account-state.tsx'

interface Codeless {
  id: string
  name: string
  employeeNumber: string | null
  groupName: string
  state: State
}

/** Whom to make codes for: those who cannot sign in yet are chosen already. */
export function CodePeople({ people, isForOne }: { people: readonly Codeless[]; isForOne: boolean }) {
  const t = useTranslations('people.codes')
  return (
    <>
      <fieldset className="choices">
        <legend className="sr">{t('whom')}</legend>
        {people.map(({ id, name, employeeNumber, groupName, state }) => (
          <label key={id} className="opt">
            <input type="checkbox" name="personId" value={id} defaultChecked={isForOne || state !== 'active'} />
            <span>
              {name} <span className="quiet">{[employeeNumber, groupName].filter(Boolean).join(' · ')}</span> <AccountState state={state} />
            </span>
          </label>
        ))}
      </fieldset>
      <p className="meta mt-4">{t('replaces')}</p>
      <p className="mt-4">
        <button type="submit" className="btn">
          {t('make')}
        </button>
      </p>
    </>
  )
}
