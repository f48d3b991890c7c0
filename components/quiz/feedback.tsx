import { type ReactNode, useEffect, useRef } from 'react'
import { percentOf } from '#domain/attempts/score'
import type { QuestionView } from '#domain/attempts/view'
import { Tick } from '../ui/marks.tsx'
import { FactLines } from './fact-lines.tsx'
import type { FeedbackShown } from './quiz-step.tsx'
import { useWords } from './use-words.ts'

interface Props {
  question: QuestionView
  feedback: FeedbackShown
  /** It has taken the place of the question that was responded to, so the focus goes to the verdict. */
  isInPlace: boolean
}

type Look = 'is-chosen' | 'is-correct' | 'is-chosen is-correct' | 'is-rest'

/** The question again, with what was given, what is correct, and why: feedback where the answer was, and the facts behind it. */
export function Feedback({ question, feedback, isInPlace }: Props) {
  return (
    <>
      <Verdict score={feedback.score} isInPlace={isInPlace} />
      <Given question={question} feedback={feedback} />
      {feedback.facts.length > 0 && <FactLines facts={feedback.facts} />}
    </>
  )
}

function Verdict({ score, isInPlace }: { score: number; isInPlace: boolean }) {
  const t = useWords()
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (isInPlace) line.current?.focus({ preventScroll: true })
  }, [isInPlace])
  return (
    <p className="result" role="status" tabIndex={-1} ref={line}>
      {score === 1 ? (
        <span className="done state">
          <Tick />
          {t('right')}
        </span>
      ) : (
        <span className="state">{score > 0 ? t('partlyRight', { percent: percentOf(score) }) : t('notRight')}</span>
      )}
    </p>
  )
}

function Given({ question, feedback }: Pick<Props, 'question' | 'feedback'>) {
  if (question.kind === 'match') return <Matched question={question} feedback={feedback} />
  if (question.kind === 'order') return <Ordered question={question} feedback={feedback} />
  return <Chosen question={question} feedback={feedback} />
}

function Chosen({ question, feedback }: Pick<Props, 'question' | 'feedback'>) {
  const t = useWords()
  const chosen = 'choices' in feedback.value ? feedback.value.choices : []
  const correct = Array.isArray(feedback.correct) ? (feedback.correct as string[]) : []
  const response = t('yourResponse', { certainty: t(`certain.${feedback.certainty}`) })
  return (
    <ol className="options">
      {question.choices.map(({ id, text }, index) => {
        const look = lookOf(chosen.includes(id), correct.includes(id))
        return (
          <Row key={id} look={look} mark={index + 1} text={text} why={feedback.why[id]}>
            {chosen.includes(id) && <span>{response}</span>}
            {look === 'is-correct' && question.kind === 'several-choices' && <span>{t('notChosen')}</span>}
          </Row>
        )
      })}
    </ol>
  )
}

function Ordered({ question, feedback }: Pick<Props, 'question' | 'feedback'>) {
  const t = useWords()
  const given = 'choices' in feedback.value ? feedback.value.choices : []
  const correct = Array.isArray(feedback.correct) ? (feedback.correct as string[]) : []
  return (
    <ol className="options">
      {correct.map((id, index) => (
        <Row
          key={id}
          look={given[index] === id ? 'is-chosen is-correct' : 'is-chosen'}
          mark={index + 1}
          text={question.choices.find((choice) => choice.id === id)?.text ?? ''}
          why={feedback.why[id]}
        >
          {given[index] !== id && <span>{t('yourPlace', { place: given.indexOf(id) + 1 })}</span>}
        </Row>
      ))}
    </ol>
  )
}

function Matched({ question, feedback }: Pick<Props, 'question' | 'feedback'>) {
  const t = useWords()
  const given = 'pairs' in feedback.value ? feedback.value.pairs : {}
  const correct = Array.isArray(feedback.correct) ? {} : (feedback.correct as Record<string, string>)
  const textOf = (target: string | undefined) => question.targets.find(({ id }) => id === target)?.text ?? ''
  return (
    <ol className="options">
      {question.choices.map(({ id, text }, index) => (
        <Row
          key={id}
          look={given[id] === correct[id] ? 'is-chosen is-correct' : 'is-chosen'}
          mark={index + 1}
          text={
            <>
              {text} <b className="target">{t('correctPair', { target: textOf(correct[id]) })}</b>
              {given[id] !== correct[id] && <span className="target given">{t('yourPair', { target: textOf(given[id]) })}</span>}
            </>
          }
          why={feedback.why[id]}
        />
      ))}
    </ol>
  )
}

function lookOf(isChosen: boolean, isCorrect: boolean): Look {
  if (isChosen && isCorrect) return 'is-chosen is-correct'
  if (isCorrect) return 'is-correct'
  return isChosen ? 'is-chosen' : 'is-rest'
}

interface RowProps {
  look: Look
  mark: number
  text: ReactNode
  why: string | undefined
  children?: ReactNode
}

/** A choice with its verdict and its reason; the reason of one that was neither given nor correct is folded away. */
function Row({ look, mark, text, why, children }: RowProps) {
  const t = useWords()
  const isCorrect = look.includes('is-correct')
  const row = (
    <>
      <span className="key" aria-hidden="true">
        {mark}
      </span>
      <span>{text}</span>
      <span className="verdict">
        {isCorrect && (
          <span className="done state">
            <Tick />
            {t('correct')}
          </span>
        )}
        {children}
        {look === 'is-rest' && why && <span className="ask">{t('why')}</span>}
      </span>
    </>
  )
  const reason = why && (
    <div className="why">
      <p>{why}</p>
    </div>
  )
  return (
    <li className={`option ${look}`}>
      {look === 'is-rest' && reason ? (
        <details>
          <summary className="row">{row}</summary>
          {reason}
        </details>
      ) : (
        <>
          <div className="row">{row}</div>
          {reason}
        </>
      )}
    </li>
  )
}
