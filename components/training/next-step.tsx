import { useLocale } from 'next-intl'
import { percentOf } from '#domain/attempts/score'
import { useDates, When } from '../ui/dates.tsx'
import { useTranslations } from '../ui/words.tsx'
import { Slots } from './slots.tsx'
import { UrgencyMark } from './urgency.tsx'
import { courseAddress, type PassageShown, type UnitShown, unitAddress } from './view.ts'

/** The one thing to do next, under the tab of its course. */
export function NextStep({ passage }: { passage: PassageShown & { next: UnitShown } }) {
  const t = useTranslations('training')
  const language = useLocale()
  const { course, next } = passage
  const isPaused = next.quiz?.state.kind === 'paused'
  return (
    <section className="first" aria-labelledby="next">
      <p className="tab">
        <a href={courseAddress(course.id)}>{course.title[language]}</a>
      </p>
      <div className="sheet next">
        <div className="what">
          <p className="meta">{t(`next.${next.kind}`)}</p>
          <h2 id="next">{next.title[language]}</h2>
          <p className="told">
            {t.rich('sentences', {
              first: () => <Told unit={next} />,
              second: t('after', { count: passage.units.filter((unit) => !unit.isComplete && unit.id !== next.id).length }),
            })}
          </p>
          <div className="go">
            {!isPaused && (
              <a className="btn" href={unitAddress(course.id, next)}>
                <Action unit={next} />
              </a>
            )}
            <SecondLink passage={passage} />
          </div>
        </div>
        <Due passage={passage} />
        <Slots passage={passage} />
      </div>
    </section>
  )
}

function Told({ unit }: { unit: UnitShown }) {
  const t = useTranslations('training')
  const language = useLocale()
  const { write } = useDates()
  const minutes = unit.minutesLeft
  if (unit.kind === 'lesson')
    return unit.part ? t('lessonBegun', { part: unit.part.title[language], minutes }) : t('lessonNew', { minutes })
  const { quiz } = unit
  if (!quiz) return null
  const mastery = percentOf(quiz.masteryScore)
  switch (quiz.state.kind) {
    case 'open':
      return t('quizOpen')
    case 'paused':
      return t('quizPaused', { attempts: quiz.attempts, mastery, until: write(quiz.state.until, 'moment') })
    case 'ready':
      return unit.score === null
        ? unit.kind === 'lab'
          ? t('labNew', { tasks: quiz.questions, minutes, mastery })
          : t('quizNew', { questions: quiz.questions, minutes, mastery })
        : t('quizAgain', { score: percentOf(unit.score), mastery, left: quiz.state.left })
    case 'passed':
      return null
  }
}

/** The words on the button: what pressing it does. */
export function Action({ unit }: { unit: UnitShown }) {
  const t = useTranslations('training')
  const language = useLocale()
  if (unit.kind === 'lesson') return unit.part ? t('continueAt', { part: unit.part.title[language] }) : t('startLesson')
  const isOpen = unit.quiz?.state.kind === 'open'
  if (unit.kind === 'lab') return t(isOpen ? 'continueLab' : 'startLab')
  return t(isOpen ? 'continueQuiz' : 'startQuiz')
}

function SecondLink({ passage: { course, next } }: { passage: PassageShown }) {
  const t = useTranslations('training')
  const isBegun = next?.kind === 'lesson' && (next.part?.number ?? 0) > 1
  return isBegun && next ? (
    <a href={`${courseAddress(course.id)}/${encodeURIComponent(next.id)}#main`}>{t('fromTheTop')}</a>
  ) : (
    <a href={courseAddress(course.id)}>{t('wholeCourse')}</a>
  )
}

function Due({ passage: { enrolment, urgency } }: { passage: PassageShown }) {
  const t = useTranslations('training')
  const { distance } = useDates()
  const { dueAt } = enrolment
  if (!dueAt) return <p className="due meta">{t('noDate')}</p>
  return (
    <div className="due">
      <p className="meta">{t(urgency === 'overdue' ? 'wasDue' : 'isDue')}</p>
      <b>
        <When at={dueAt} as="day" />
      </b>
      <p>
        <UrgencyMark urgency={urgency}>{distance(dueAt)}</UrgencyMark>
      </p>
    </div>
  )
}
