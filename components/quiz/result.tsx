import type { ReactNode } from 'react'
import type { QuizState } from '#domain/attempts/rules'
import { percentOf } from '#domain/attempts/score'
import type { Certainty } from '#domain/attempts/types'
import { When } from '../ui/dates.tsx'
import { Tick } from '../ui/marks.tsx'
import { useTranslations } from '../ui/words.tsx'
import { Refused } from './refused.tsx'

interface ResultShown {
  number: number
  score: number
  isPassed: boolean
  masteryScore: number
  submittedAt: Date
  questions: { prompt: string; score: number; certainty: Certainty }[]
}

interface Props {
  title: string
  result: ResultShown
  state: QuizState | null
  isClosed: boolean
  page: string
  refusal: string | null
  /** Where the form that begins another attempt is sent. */
  again: string
  /** The seal and the next step, once passed. */
  children: ReactNode
}

/** What came of an attempt: the answer first, then how it comes about, then what to do. */
export function Result({ title, result, state, isClosed, page, refusal, again, children }: Props) {
  const t = useTranslations('quiz')
  const values = { score: percentOf(result.score), mastery: percentOf(result.masteryScore) }
  return (
    <>
      <p className="meta">{t('resultOf', { title, number: result.number })}</p>
      <h1 className="sentence">{t(result.isPassed ? 'passed' : 'failed', values)}</h1>
      <Refused sentence={refusal} />
      <p className="meta explained">{t('explained', { questions: result.questions.length })}</p>
      {result.isPassed ? children : <Onward state={state} isClosed={isClosed} again={again} />}
      <h2 className="label asked-head">{t('yourResponses')}</h2>
      <Asked questions={result.questions} page={page} />
    </>
  )
}

function Onward({ state, isClosed, again }: Pick<Props, 'state' | 'isClosed' | 'again'>) {
  const t = useTranslations('quiz')
  if (isClosed || !state || state.kind === 'passed' || state.kind === 'open') return null
  if (state.kind === 'paused')
    return (
      <div className="problem">
        <p>
          {t('paused')} <When at={state.until} as="moment" />
        </p>
        <p className="meta">{t('pausedText')}</p>
      </div>
    )
  return (
    <form method="post" action={again} className="again">
      <button type="submit" className="btn">
        {t('again')}
      </button>
      <p className="meta">{t('attemptsLeft', { left: state.left })}</p>
    </form>
  )
}

function Asked({ questions, page }: { questions: ResultShown['questions']; page: string }) {
  const t = useTranslations('quiz')
  return (
    <ol className="asked">
      {questions.map(({ prompt, score, certainty }, index) => (
        <li key={prompt}>
          <a href={`${page}?question=${index + 1}`}>{prompt}</a>
          <span className="meta">
            {score === 1 ? (
              <span className="done state">
                <Tick />
                {t('right')}
              </span>
            ) : (
              t(score > 0 ? 'partlyRight' : 'notRight', { percent: percentOf(score) })
            )}
            {t('said', { certainty: t(`certain.${certainty}`) })}
          </span>
        </li>
      ))}
    </ol>
  )
}
