import { percentOf } from '#domain/attempts/score'
import type { FactNote, Language, Localised, Question, QuizUnit } from '#domain/catalogue/types'
import { NoteHead } from '../lesson/note-lines.tsx'
import { noteInWords } from '../lesson/note-words.tsx'
import { Tick } from '../ui/marks.tsx'
import { useTranslations } from '../ui/words.tsx'

interface Props {
  quiz: QuizUnit
  language: Language
  facts: Record<string, FactNote>
  /** objective id -> its words, of whatever course. */
  objectives: ReadonlyMap<string, Localised>
}

/** Every question of a quiz with its correct response, and what explains each choice: for who writes it. */
export function QuizSheet({ quiz, language, facts, objectives }: Props) {
  const t = useTranslations('preview')
  const { draw, masteryScore, questions } = quiz
  return (
    <>
      <p className="explained">{t('quizAbout', { draw, count: questions.length, mastery: percentOf(masteryScore) })}</p>
      {questions.map((question, index) => (
        <section key={question.id} className="question" aria-labelledby={`question-${question.id}`}>
          <p className="meta">
            {index + 1} · {t(`question.${question.kind}`)} · {t('difficulty', { level: question.difficulty })} · <code>{question.id}</code>
          </p>
          <h2 className="title" id={`question-${question.id}`}>
            {question.prompt[language] || t('noText')}
          </h2>
          <Choices question={question} language={language} />
          <p className="meta">{objectives.get(question.objective)?.[language] ?? question.objective}</p>
          <Facts notes={question.facts.flatMap((id) => facts[id] ?? [])} language={language} />
        </section>
      ))}
    </>
  )
}

/** In the order of the file, which for an order is the correct one. */
function Choices({ question, language }: { question: Question; language: Language }) {
  const t = useTranslations('preview')
  const say = useTranslations('quiz')
  const isCorrect = (id: string) => Array.isArray(question.correct) && question.correct.includes(id)
  return (
    <ol className="options">
      {question.choices.map(({ id, text, why }, index) => (
        <li key={id} className={isCorrect(id) ? 'option is-correct' : 'option'}>
          <div className="row">
            <span className="key" aria-hidden="true">
              {index + 1}
            </span>
            <span>
              {text[language] || t('noText')}
              {question.kind === 'match' && (
                <b className="target">{say('correctPair', { target: targetOf(question, id, language) ?? t('noText') })}</b>
              )}
            </span>
            <span className="verdict">
              {isCorrect(id) && question.kind !== 'order' && (
                <span className="done state">
                  <Tick />
                  {say('correct')}
                </span>
              )}
            </span>
          </div>
          <div className="why">
            <p>{why[language] || t('noText')}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}

function targetOf({ targets, correct }: Extract<Question, { kind: 'match' }>, choice: string, language: Language): string | undefined {
  return targets.find(({ id }) => id === correct[choice])?.text[language]
}

function Facts({ notes, language }: { notes: FactNote[]; language: Language }) {
  const say = useTranslations('quiz')
  if (notes.length === 0) return null
  return (
    <details className="data">
      <summary>{say('behind')}</summary>
      <ul className="notes">
        {notes.map((fact) => {
          const note = noteInWords(fact, language)
          return (
            <li key={fact.id} className="note">
              <NoteHead note={note} />
              <p>{note.whoSays}</p>
              <p className="src">{note.source}</p>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
