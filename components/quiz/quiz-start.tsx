import type { QuizState } from '#domain/attempts/rules'
import { percentOf } from '#domain/attempts/score'
import { useTranslations } from '../ui/words.tsx'
import { Refused } from './refused.tsx'

interface Props {
  title: string
  course: { title: string; address: string }
  minutes: number
  quiz: { questions: number; masteryScore: number; attempts: number; state: QuizState }
  /** The course is closed: there is nothing to begin. */
  isClosed: boolean
  refusal: string | null
  /** Where the form that begins an attempt is sent. */
  begin: string
}

/** Before the first question: what it is, what is enough, how often one may try. */
export function QuizStart({ title, course, minutes, quiz, isClosed, refusal, begin }: Props) {
  const t = useTranslations('quiz')
  const left = quiz.state.kind === 'ready' ? quiz.state.left : quiz.attempts
  return (
    <>
      <p className="meta">
        <a href={course.address}>{course.title}</a>
      </p>
      <h1 className="display">{title}</h1>
      <Refused sentence={refusal} />
      <ul className="rules">
        <li>{t('ruleQuestions', { questions: quiz.questions, minutes })}</li>
        <li>{t('ruleMastery', { mastery: percentOf(quiz.masteryScore) })}</li>
        <li>{t('ruleAttempts', { left })}</li>
        <li>{t('ruleSaved')}</li>
        <li>{t('ruleCertainty')}</li>
      </ul>
      {isClosed ? (
        <p className="meta">{t('closed')}</p>
      ) : (
        <form method="post" action={begin}>
          <button type="submit" className="btn">
            {t('begin')}
          </button>
        </form>
      )}
    </>
  )
}
