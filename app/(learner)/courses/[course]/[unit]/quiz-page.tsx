import type { ReactNode } from 'react'
import { QuizRun } from '#components/quiz/quiz-run'
import { QuizStart } from '#components/quiz/quiz-start'
import { quizWordsIn } from '#components/quiz/quiz-words'
import { Result } from '#components/quiz/result'
import { Sealed } from '#components/training/ending'
import { getAttempt } from '#services/attempts/get-attempt'
import { getResult } from '#services/attempts/get-result'
import type { AttemptView } from '#services/attempts/view-attempt'
import { orNotFound } from '../../../../_adapter/page.ts'
import type { UnitRead } from './read-unit.ts'
import { stepOf } from './step-of.ts'

interface Props extends UnitRead {
  refusal: string | null
  /** The index of the question whose feedback the address asks for. */
  position: number | null
}

/** The seal moves only for those who have just earned it. */
const justNow = 60_000

export async function QuizPage(props: Props) {
  const { caller, passage, unit, position } = props
  const attemptId = unit.quiz?.lastAttemptId
  const language = caller.actor.language
  if (attemptId && position !== null) {
    const view = await orNotFound(getAttempt(caller, { attemptId, position, language }))
    if (view.feedback) return <RunPage {...props} view={view} />
  }
  if (attemptId && unit.quiz?.state.kind === 'open' && !passage.enrolment.closedAt) {
    return <RunPage {...props} view={await orNotFound(getAttempt(caller, { attemptId, language }))} />
  }
  if (attemptId && unit.quiz?.state.kind !== 'open') return <ResultPage {...props} attemptId={attemptId} />
  return <StartPage {...props} />
}

function RunPage({ view, unit, caller, paths, refusal }: Props & { view: AttemptView }) {
  const { page, response, draft } = paths
  const { language } = caller.actor
  return (
    <Framed>
      <QuizRun
        title={unit.title[language]}
        first={stepOf(view, paths, language)}
        addresses={{ page, response, draft }}
        refusal={refusal}
        words={quizWordsIn(language)}
      />
    </Framed>
  )
}

async function ResultPage({ attemptId, caller, course, passage, unit, paths, refusal }: Props & { attemptId: string }) {
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
        again={paths.attempt}
      >
        <Sealed passage={passage} monday={course.monday} unit={unit} isJustSealed={isJustSealed} />
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
        begin={paths.attempt}
      />
    </Framed>
  )
}

const Framed = ({ children }: { children: ReactNode }) => <div className="quiz">{children}</div>
