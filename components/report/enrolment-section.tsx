import type { Status } from '#domain/enrolments/status'
import type { Readable } from '#domain/labs/reading'
import { useDates } from '../ui/dates.tsx'
import { useNumbers } from '../ui/numbers.tsx'
import { useTranslations } from '../ui/words.tsx'
import { StatusWord } from './status-word.tsx'

interface Attempt {
  id: string
  number: number
  status: 'in_progress' | 'submitted' | 'abandoned'
  startedAt: Date
  submittedAt: Date | null
  score: number | null
  isPassed: boolean | null
  reading: Readable | null
}
interface Unit {
  id: string
  title: string
  kind: 'lesson' | 'quiz' | 'lab'
  completedAt: Date | null
  attempts: Attempt[]
}
interface Enrolment {
  id: string
  title: string
  cycle: number
  status: Status | 'cancelled'
  enrolledAt: Date
  isAssigned: boolean
  dueOn: string | null
  startedAt: Date | null
  closedAt: Date | null
  score: number | null
  units: Unit[]
}

/** One passage of a person through a course: how it stands, then unit by unit; what was given in a lab for whoever may read it, or why it is not read. */
export function EnrolmentSection({ enrolment, today }: { enrolment: Enrolment; today: string }) {
  const t = useTranslations('reports')
  const { id, title, cycle, units } = enrolment
  return (
    <section aria-labelledby={id}>
      <div className="head2">
        <h2 className="h2" id={id}>
          {title}
        </h2>
        {cycle > 1 && <p className="meta">{t('person.round', { cycle })}</p>}
      </div>
      <Story enrolment={enrolment} today={today} />
      <table className="table people units">
        <thead>
          <tr>
            <th scope="col">{t('person.unit')}</th>
            <th scope="col">{t('person.completed')}</th>
            <th scope="col">{t('person.attempts')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <UnitRow key={unit.id} unit={unit} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Story({ enrolment, today }: { enrolment: Enrolment; today: string }) {
  const t = useTranslations('reports.person')
  const numbers = useNumbers()
  const dates = useDates()
  const day = (at: Date) => dates.write(at, 'date')
  const { status, enrolledAt, isAssigned, dueOn, startedAt, closedAt, score } = enrolment
  const closing = status === 'completed' ? 'finished' : status === 'waived' ? 'waived' : 'cancelled'
  const parts = [
    t(isAssigned ? 'assigned' : 'taken', { day: day(enrolledAt) }),
    dueOn && t('due', { day: dates.writeDay(dueOn, 'date') }),
    startedAt && t('began', { day: day(startedAt) }),
    closedAt && t(closing, { day: day(closedAt) }),
    score !== null && t('score', { score: numbers.percent(score) }),
  ]
  return (
    <p className="meta story">
      <StatusWord status={status} dueOn={dueOn} today={today} /> · {parts.filter(Boolean).join(' · ')}
    </p>
  )
}

function UnitRow({ unit }: { unit: Unit }) {
  const t = useTranslations('reports.person')
  const numbers = useNumbers()
  const { write } = useDates()
  return (
    <tr>
      <th scope="row">
        {unit.title} <span className="quiet">{t(unit.kind)}</span>
      </th>
      <td data-l={t('completed')}>{unit.completedAt ? write(unit.completedAt, 'date') : <span className="quiet">{t('notYet')}</span>}</td>
      <td data-l={unit.attempts.length > 0 ? t('attempts') : undefined}>
        <ul>
          {unit.attempts.map((attempt) => (
            <li key={attempt.number}>
              {t('attempt', {
                number: attempt.number,
                status: attempt.status,
                score: numbers.percent(attempt.score ?? 0),
                passed: String(attempt.isPassed),
                day: write(attempt.submittedAt ?? attempt.startedAt, 'date'),
              })}
              <Given attempt={attempt} />
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

/** The way to what was given in a lab; or a sentence on why nobody reads it. */
function Given({ attempt: { id, reading } }: { attempt: Attempt }) {
  const t = useTranslations('reports.person')
  if (reading === null) return null
  if (reading !== 'readable') return <p className="quiet small">{t(reading === 'not_allowed' ? 'notAllowed' : 'begunBefore')}</p>
  return (
    <>
      {' '}
      <a href={`/reports/labs/${id}`}>{t('whatWasGiven')}</a>
    </>
  )
}
