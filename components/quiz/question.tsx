import { pairField } from '#domain/attempts/fields'
import { type Certainty, certainties } from '#domain/attempts/types'
import { OrderChoices } from './order-choices.tsx'
import type { Letter, OutboxState } from './outbox.ts'
import { QuestionForm } from './question-form.tsx'
import type { QuizStep } from './quiz-step.tsx'
import { Refused } from './refused.tsx'
import { useWords } from './use-words.ts'

interface Props {
  step: QuizStep
  addresses: { response: string; draft: string; page: string }
  /** Why the last write was refused, in a sentence. */
  refusal: string | null
  outbox: { state: OutboxState; put: (letter: Letter) => void }
}

/** One question and how to respond to it: choose, then say how sure one is, which gives the response. */
export function Question({ step, addresses, refusal, outbox }: Props) {
  const { attemptId: id, position, sequence, question, draft } = step
  const t = useWords()
  const keys = Object.fromEntries(certainties.map((certainty) => [t(`keys.${certainty}`).toLowerCase(), certainty]))
  const isNumbered = question.kind === 'one-choice' || question.kind === 'several-choices'
  return (
    <QuestionForm
      attempt={{ id, position, sequence, kind: question.kind }}
      addresses={addresses}
      keys={keys as Record<string, Certainty>}
      outbox={outbox}
    >
      <Refused sentence={refusal} />
      <h1 className="display" id="q" tabIndex={-1}>
        {question.prompt}
      </h1>
      {question.kind !== 'one-choice' && <p className="how meta">{t(`how.${question.kind}`)}</p>}
      <Choices question={question} draft={draft} draftAddress={addresses.draft} />
      <fieldset className="sure">
        <legend>{t('sure')}</legend>
        <div className="taps">
          {certainties.map((certainty) => (
            <button key={certainty} type="submit" name="certainty" value={certainty}>
              {t(`certainty.${certainty}`)}
              <small>{t('key', { key: t(`keys.${certainty}`) })}</small>
            </button>
          ))}
        </div>
      </fieldset>
      <p className="meta costs">
        {isNumbered && <span className="keys">{t('chooseWith', { last: question.choices.length })} </span>}
        {t('neverCosts')}
      </p>
    </QuestionForm>
  )
}

function Choices({ question, draft, draftAddress }: Pick<QuizStep, 'question' | 'draft'> & { draftAddress: string }) {
  const given = draft && 'choices' in draft ? draft.choices : []
  if (question.kind === 'match') return <Pairs question={question} draft={draft} />
  if (question.kind === 'order') {
    const order = given.length === question.choices.length ? given : question.choices.map(({ id }) => id)
    const choices = order.flatMap((id) => question.choices.find((choice) => choice.id === id) ?? [])
    return <OrderChoices choices={choices} draftAddress={draftAddress} />
  }
  const isOne = question.kind === 'one-choice'
  return (
    <fieldset className="options" aria-labelledby="q">
      {question.choices.map(({ id, text }, index) => (
        <div className="option" key={id}>
          <label>
            <input type={isOne ? 'radio' : 'checkbox'} name="choice" value={id} required={isOne} defaultChecked={given.includes(id)} />
            <span className="key" aria-hidden="true">
              {index + 1}
            </span>
            <span>{text}</span>
          </label>
        </div>
      ))}
    </fieldset>
  )
}

function Pairs({ question, draft }: Pick<QuizStep, 'question' | 'draft'>) {
  const t = useWords()
  const pairs = draft && 'pairs' in draft ? draft.pairs : {}
  return (
    <ul className="options match">
      {question.choices.map(({ id, text }) => (
        <li className="option" key={id}>
          <label>
            <span>{text}</span>
            <select className="select" name={pairField(id)} defaultValue={pairs[id] ?? ''} required>
              <option value="">{t('choosePair')}</option>
              {question.targets.map((target) => (
                <option key={target.id} value={target.id}>
                  {target.text}
                </option>
              ))}
            </select>
          </label>
        </li>
      ))}
    </ul>
  )
}
