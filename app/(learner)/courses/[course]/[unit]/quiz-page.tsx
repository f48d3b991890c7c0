import type { ReactNode } from 'react'
import { Feedback } from '#components/quiz/feedback'
import { NextLink } from '#components/quiz/next-link'
import { Question } from '#components/quiz/question'
import { QuizHead } from '#components/quiz/quiz-head'
import { QuizStart } from '#components/quiz/quiz-start'
import { Result } from '#components/quiz/result'
import { Sealed } from '#components/training/ending'
import { getTranslations } from '#components/ui/words'
import { type AttemptView, getAttempt } from '#services/attempts/get-attempt'
import { getResult } from '#services/attempts/get-result'
import { orNotFound } from '../../../../_adapter/page.ts'
import { beginQuiz } from './actions.ts'
import type { UnitRead } from './read-unit.ts'

interface Props extends UnitRead {
  refusal: string | null
  /** The number of the question whose feedback is asked for, from the address. */
  question: string | string[] | undefined
}

/** The seal moves only for those who have just earned it. */
const justNow = 60_000

export async function QuizPage(props: Props) {
  const { caller, passage, unit, question } = props
  const attemptId = unit.quiz?.lastAttemptId
  const language = caller.actor.language
  if (attemptId && typeof question === 'string' && /^\d{1,3}$/.test(question)) {
    const view = await orNotFound(getAttempt(caller, { attemptId, position: Math.max(0, Number(question) - 1), language }))
    if (view.feedback) return <FeedbackPage {...props} view={view} feedback={view.feedback} />
  }
  if (attemptId && unit.quiz?.state.kind === 'open' && !passage.enrolment.closedAt) {
    return <QuestionPage {...props} view={await orNotFound(getAttempt(caller, { attemptId, language }))} />
  }
  if (attemptId && unit.quiz?.state.kind !== 'open') return <ResultPage {...props} attemptId={attemptId} />
  return <StartPage {...props} />
}

function QuestionPage({ view, unit, caller, paths, refusal }: Props & { view: AttemptView }) {
  const { attemptId, position, sequence, count, responded, question, draft } = view
  const addresses = { page: paths.page, response: paths.response, draft: paths.draft }
  return (
    <Framed>
      <QuizHead title={unit.title[caller.actor.language]} position={position} count={count} responded={responded} />
      <Question attempt={{ id: attemptId, position, sequence }} question={question} draft={draft} addresses={addresses} refusal={refusal} />
    </Framed>
  )
}

type FeedbackProps = Props & { view: AttemptView; feedback: NonNullable<AttemptView['feedback']> }

async function FeedbackPage({ view, feedback, unit, caller, paths }: FeedbackProps) {
  const t = await getTranslations('quiz')
  const { position, count, responded, question, lessons } = view
  const language = caller.actor.language
  const notes = Object.entries(lessons).map(([fact, lesson]) => [fact, `${paths.course}/${encodeURIComponent(lesson)}#fact-${fact}`])
  const isLast = responded === count
  return (
    <Framed>
      <QuizHead title={unit.title[language]} position={position} count={count} responded={responded} />
      <h1 className="display">{question.prompt}</h1>
      <Feedback question={question} feedback={feedback} language={language} notes={Object.fromEntries(notes)} />
      <div className="verdictline">
        <p className="meta">{feedback.certainty === 'certain' && feedback.score < 1 ? t('sureAndWrong') : ''}</p>
        <NextLink address={paths.page} hint={t('enter')}>
          {t(isLast ? 'seeResult' : 'nextQuestion')}
        </NextLink>
      </div>
    </Framed>
  )
}

async function ResultPage({ attemptId, caller, passage, unit, course, paths, refusal }: Props & { attemptId: string }) {
  const result = await orNotFound(getResult(caller, { attemptId, language: caller.actor.language }))
  const isJustSealed = caller.now.getTime() - result.submittedAt.getTime() < justNow
  return (
    <Framed>
      <Result
        title={unit.title[caller.actor.language]}
        result={result}
        state={unit.quiz?.state ?? null}
        isClosed={passage.enrolment.closedAt !== null}
        page={paths.page}
        refusal={refusal}
        again={beginQuiz.bind(null, course.id, unit.id)}
      >
        <Sealed passage={passage} unit={unit} isJustSealed={isJustSealed} />
      </Result>
    </Framed>
  )
}

function StartPage({ caller, passage, unit, course, paths, refusal }: Props) {
  if (!unit.quiz) return null
  return (
    <Framed>
      <QuizStart
        title={unit.title[caller.actor.language]}
        course={{ title: course.title[caller.actor.language], address: paths.course }}
        minutes={unit.minutes}
        quiz={unit.quiz}
        isClosed={passage.enrolment.closedAt !== null}
        refusal={refusal}
        begin={beginQuiz.bind(null, course.id, unit.id)}
      />
    </Framed>
  )
}

const Framed = ({ children }: { children: ReactNode }) => <div className="quiz">{children}</div>
