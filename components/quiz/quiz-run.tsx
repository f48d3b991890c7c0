'use client'

import { useEffect, useState } from 'react'
import { Feedback } from './feedback.tsx'
import { NextLink } from './next-link.tsx'
import { Question } from './question.tsx'
import { QuizHead } from './quiz-head.tsx'
import type { QuizStep, ResponseAnswer } from './quiz-step.tsx'
import type { QuizWords } from './quiz-words.tsx'
import { useHistory } from './use-history.ts'
import { useOutbox } from './use-outbox.ts'
import { useWords, WordsContext } from './use-words.ts'

interface Props {
  title: string
  first: QuizStep
  addresses: { response: string; draft: string; page: string }
  /** Why the last write was refused, in a sentence. */
  refusal: string | null
  words: QuizWords
}

interface Shown {
  step: QuizStep
  /** With feedback that came in place: the question after it; null when there is none, or when it has to be loaded. */
  next: QuizStep | null
}

/**
 * A quiz from the question or feedback that the page was loaded with to its last feedback: each response is answered with what comes next,
 * which takes its place. Without script the page stands as it is and its form and links lead on.
 */
export function QuizRun({ title, first, addresses, refusal, words }: Props) {
  const [{ step, next }, show] = useState<Shown>({ step: first, next: null })
  const [state, put] = useOutbox(first.sequence, take)
  const isInPlace = step !== first
  const { page } = addresses
  useHistory(step.feedback ? `${page}?question=${step.position + 1}` : page, isInPlace)
  useEffect(() => {
    if (step !== first) window.scrollTo({ top: 0, behavior: 'instant' })
  }, [step, first])

  function take({ feedback, question }: ResponseAnswer) {
    if (feedback) show({ step: feedback, next: question })
    else if (question) show({ step: question, next: null })
    else window.location.assign(page)
  }

  return (
    <WordsContext value={words}>
      <QuizHead title={title} position={step.position} count={step.count} responded={step.responded} />
      {step.feedback ? (
        <FeedbackStep
          key={step.position}
          step={step}
          page={page}
          isInPlace={isInPlace}
          go={next && (() => show({ step: next, next: null }))}
        />
      ) : (
        <Question key={step.position} step={step} addresses={addresses} refusal={isInPlace ? null : refusal} outbox={{ state, put }} />
      )}
    </WordsContext>
  )
}

interface FeedbackStepProps {
  step: QuizStep
  page: string
  isInPlace: boolean
  go: (() => void) | null
}

function FeedbackStep({ step, page, isInPlace, go }: FeedbackStepProps) {
  const t = useWords()
  const { question, feedback, responded, count } = step
  if (!feedback) return null
  return (
    <>
      <h1 className="display">{question.prompt}</h1>
      <Feedback question={question} feedback={feedback} isInPlace={isInPlace} />
      <div className="verdictline">
        <p className="meta">{feedback.certainty === 'certain' && feedback.score < 1 ? t('sureAndWrong') : ''}</p>
        <NextLink address={page} hint={t('enter')} go={go}>
          {t(responded === count ? 'seeResult' : 'nextQuestion')}
        </NextLink>
      </div>
    </>
  )
}
