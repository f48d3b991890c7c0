import { noteInWords } from '#components/lesson/note-words'
import type { QuizStep } from '#components/quiz/quiz-step'
import type { Language } from '#domain/catalogue/types'
import type { AttemptView } from '#services/attempts/view-attempt'
import type { pathsOf } from './paths.ts'

/** A view of an attempt as the browser shows it: the facts in words, with the addresses of their notes. */
export function stepOf(
  { status: _, lessons, feedback, ...view }: AttemptView,
  paths: ReturnType<typeof pathsOf>,
  language: Language,
): QuizStep {
  const facts = feedback?.facts.map((fact) => {
    const lesson = lessons[fact.id]
    return { ...noteInWords(fact, language), lesson: lesson ? `${paths.course}/${encodeURIComponent(lesson)}#fact-${fact.id}` : null }
  })
  return { ...view, feedback: feedback && { ...feedback, facts: facts ?? [] } }
}
