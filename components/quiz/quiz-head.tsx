import { useWords } from './use-words.ts'

interface Props {
  title: string
  /** Index of the question shown, from 0. */
  position: number
  count: number
  responded: number
}

/** Which question of how many: in words, said again when it changes, and as a line for the eye. */
export function QuizHead({ title, position, count, responded }: Props) {
  const t = useWords()
  const steps = Array.from({ length: count }, (_, index) => index)
  return (
    <>
      <p className="meta" role="status">
        {t('questionOf', { title, number: position + 1, of: count })}
      </p>
      <ol className="steps" aria-hidden="true">
        {steps.map((step) => (
          <li
            key={step}
            className={step < responded ? 'is-done' : undefined}
            aria-current={step === position && step >= responded ? 'step' : undefined}
          />
        ))}
      </ol>
    </>
  )
}
