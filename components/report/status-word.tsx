import { daysBetween } from '#domain/calendar'
import { type Status, soonDays } from '#domain/enrolments/status'
import { useTranslations } from '../ui/words.tsx'

interface Props {
  status: Status | 'cancelled'
  /** The last day in time; with `today` it tells what is due soon. */
  dueOn: string | null
  today: string
}

const flag = 'M0 10V0h10L6.5 3.5 10 7H1.6v3z'
const tick = 'M0 5.6 1.6 4l2.2 2.2L8.6 1 10 2.5 3.9 9.2z'
const halfDisc = 'M5 0a5 5 0 0 1 0 10zM5 0a5 5 0 0 0 0 10V9a4 4 0 0 1 0-8z'

const looks: Record<string, { className: string; path: string } | undefined> = {
  completed: { className: 'done state', path: tick },
  overdue: { className: 'over state', path: flag },
  due_soon: { className: 'soon state', path: halfDisc },
}

/** A status as a word, with the sign and colour it has everywhere. */
export function StatusWord({ status, dueOn, today }: Props) {
  const t = useTranslations('statuses')
  const isSoon = status === 'due_later' && dueOn !== null && daysBetween(today, dueOn) <= soonDays
  const shown = isSoon ? 'due_soon' : status
  const look = looks[shown]
  return (
    <span className={look?.className ?? 'state'}>
      {look && (
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <path d={look.path} />
        </svg>
      )}
      {t(shown)}
    </span>
  )
}
