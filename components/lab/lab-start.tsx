import type { QuizState } from '#domain/attempts/rules'
import { percentOf } from '#domain/attempts/score'
import { Refused } from '../quiz/refused.tsx'
import { When } from '../ui/dates.tsx'
import { useTranslations } from '../ui/words.tsx'

interface Props {
  title: string
  course: { title: string; address: string }
  minutes: number
  quiz: { questions: number; masteryScore: number; attempts: number; state: QuizState }
  isClosed: boolean
  /** Whether reviewers may read what is given in a lab that is begun now. */
  isReadable: boolean
  refusal: string | null
  begin: string
}

/** Before the evidence: what it is, what is enough, how it is scored. */
export function LabStart({ title, course, minutes, quiz, isClosed, isReadable, refusal, begin }: Props) {
  const t = useTranslations('lab')
  return (
    <>
      <p className="meta">
        <a href={course.address}>{course.title}</a>
      </p>
      <h1 className="display">{title}</h1>
      <Refused sentence={refusal} />
      <ul className="rules">
        <li>{t('ruleTasks', { tasks: quiz.questions, minutes })}</li>
        <li>{t('ruleScore', { mastery: percentOf(quiz.masteryScore) })}</li>
        <li>{t('ruleWorld')}</li>
        <li>{t('ruleSaved')}</li>
        <li>{t('ruleCertainty')}</li>
        <li>{t(isReadable ? 'ruleWatched' : 'rulePrivate')}</li>
      </ul>
      {isClosed ? <p className="meta">{t('closed')}</p> : <Again state={quiz.state} begin={begin} isReadable={isReadable} isFirst />}
    </>
  )
}

interface AgainProps extends Pick<Props, 'begin' | 'isReadable'> {
  state: QuizState
  /** The rules stand above it. */
  isFirst?: boolean
}

/** A new attempt, or from when there may be one; also at what is passed, to learn. Who reads it may be another than of the last. */
export function Again({ state, begin, isReadable, isFirst = false }: AgainProps) {
  const t = useTranslations('lab')
  const isPassed = state.kind === 'passed'
  const pace = isPassed ? state.again : state
  if (pace.kind === 'paused')
    return (
      <div className={isPassed ? 'meta' : 'problem'}>
        <p>
          {t('paused')} <When at={pace.until} as="moment" />
        </p>
      </div>
    )
  if (pace.kind !== 'ready') return null
  return (
    <form method="post" action={begin} className="again">
      <input type="hidden" name="kind" value="lab" />
      {!isReadable && <input type="hidden" name="told" value="private" />}
      <button type="submit" className={isPassed ? 'btn plain' : 'btn'}>
        {t(isFirst ? 'begin' : 'again')}
      </button>
      {!isFirst && (
        <p className="meta">
          {isPassed && `${t('againToLearn')} `}
          {t('attemptsLeft', { left: pace.left })} {t(isReadable ? 'ruleWatched' : 'rulePrivate')}
        </p>
      )}
    </form>
  )
}
