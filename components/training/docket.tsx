import { useLocale } from 'next-intl'
import { useDates, When } from '../ui/dates.tsx'
import { useTranslations } from '../ui/words.tsx'
import { UrgencyMark } from './urgency.tsx'
import { courseAddress, type PassageShown, unitAddress } from './view.ts'

const lineOf = { overdue: 'is-over', due_soon: 'is-soon', due_later: undefined, no_date: undefined }

/** Open enrolments after the first: dates left of the line, matter right of it. */
export function Docket({ passages }: { passages: readonly PassageShown[] }) {
  const t = useTranslations('training')
  const overdue = passages.filter((passage) => passage.urgency === 'overdue').length
  return (
    <section aria-labelledby="also">
      <div className="head2">
        <h2 className="h2" id="also">
          {t(passages.every(({ enrolment }) => enrolment.isAssigned) ? 'also' : 'alsoOpen')}
        </h2>
        <p className="meta">{t('alsoCounts', { overdue, rest: passages.length - overdue })}</p>
      </div>
      <ol className="docket">
        {passages.map((passage) => (
          <Row key={passage.course.id} passage={passage} />
        ))}
      </ol>
    </section>
  )
}

function Row({ passage }: { passage: PassageShown }) {
  const t = useTranslations('training')
  const language = useLocale()
  const { distance } = useDates()
  const { course, enrolment, urgency, units, next, minutesLeft } = passage
  const done = units.filter((unit) => unit.isComplete).length
  return (
    <li className={lineOf[urgency]}>
      <p className="on">
        {enrolment.dueAt ? (
          <>
            <When at={enrolment.dueAt} as="day" />
            <small>{distance(enrolment.dueAt)}</small>
          </>
        ) : (
          t('noDateShort')
        )}
      </p>
      <div className="matter">
        <div className="rowline">
          <h3 className="title">
            <a href={courseAddress(course.id)}>{course.title[language]}</a>
          </h3>
          {next && (
            <a className="act" href={unitAddress(course.id, next)}>
              {t(enrolment.startedAt ? 'continueMinutes' : 'startMinutes', { minutes: minutesLeft })}
            </a>
          )}
          <p className="meta">
            <UrgencyMark urgency={urgency} />
            {(urgency === 'overdue' || urgency === 'due_soon') && t('stop')}
            {enrolment.startedAt ? t('unitsDone', { done, of: units.length }) : course.summary[language]}
          </p>
        </div>
      </div>
    </li>
  )
}
