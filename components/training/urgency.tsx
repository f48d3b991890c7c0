import type { ReactNode } from 'react'
import type { Urgency } from '#domain/enrolments/next-step'
import { Flag, HalfDisc } from '../ui/marks.tsx'
import { useTranslations } from '../ui/words.tsx'

/** What is overdue or due soon, with its mark; `children` are words in place of the usual one. Nothing when there is time. */
export function UrgencyMark({ urgency, children }: { urgency: Urgency; children?: ReactNode }) {
  const t = useTranslations('statuses')
  if (urgency === 'overdue')
    return (
      <span className="over state">
        <Flag />
        {children ?? t('overdue')}
      </span>
    )
  if (urgency === 'due_soon')
    return (
      <span className="soon state">
        <HalfDisc />
        {children ?? t('due_soon')}
      </span>
    )
  return children ? <span className="state quiet">{children}</span> : null
}
