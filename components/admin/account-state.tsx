import type { AccountState as State } from '#domain/people/account-state'
import { Mark } from '../ui/mark.tsx'
import { useTranslations } from '../ui/words.tsx'

/** How far somebody has come with signing in: a word, with a shape where it is settled or urgent. */
export function AccountState({ state }: { state: State }) {
  const t = useTranslations('people.states')
  if (state === 'active') return <Mark kind="done">{t(state)}</Mark>
  if (state === 'expired') return <Mark kind="soon">{t(state)}</Mark>
  return <span className={state === 'inactive' ? 'quiet' : undefined}>{t(state)}</span>
}
