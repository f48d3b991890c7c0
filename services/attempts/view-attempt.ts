import type { Reader } from '#db/client'
import type { AttemptSnapshot, ResponseValue } from '#domain/attempts/types'
import { type FeedbackView, type QuestionView, showsFeedback, viewFeedback, viewQuestion } from '#domain/attempts/view'
import type { CourseVersion, Language } from '#domain/catalogue/types'
import { getVersion } from '../catalogue/get-version.ts'
import type { ResponseRow } from './find-attempt.ts'

/** One question of an attempt as its learner may see it now. */
export interface AttemptView {
  attemptId: string
  status: 'in_progress' | 'submitted' | 'abandoned'
  sequence: number
  /** Index of the question, from 0; how many there are; how many have a response. */
  position: number
  count: number
  responded: number
  question: QuestionView
  draft: ResponseValue | null
  /** Only for a question that was responded to, and when the quiz shows it. */
  feedback: FeedbackView | null
  /** With feedback: the lesson that tells each fact, by fact. */
  lessons: Record<string, string>
}

interface AttemptRead {
  id: string
  courseVersion: string
  snapshot: AttemptSnapshot
  status: AttemptView['status']
  sequence: number
  given: readonly ResponseRow[]
  /** Of the open question. */
  draft: ResponseValue | null
}

/**
 * The open question, or one that was responded to; null for any other. The correct response, the reasons and the facts come with the
 * feedback only.
 */
export async function viewAttempt(db: Reader, attempt: AttemptRead, position: number, language: Language): Promise<AttemptView | null> {
  const { id, snapshot, status, sequence, given } = attempt
  const asked = snapshot.questions[position]
  const response = given[position]
  const isOpen = status === 'in_progress' && position === given.length
  if (!asked || (!response && !isOpen)) return null
  const isShown = response && showsFeedback(snapshot.feedback, status)
  const version = isShown ? await getVersion(db, attempt.courseVersion) : null
  return {
    attemptId: id,
    ...{ status, sequence, position },
    count: snapshot.questions.length,
    responded: given.length,
    question: viewQuestion(asked, language),
    draft: isOpen ? attempt.draft : null,
    feedback: isShown && version ? viewFeedback(asked, response, version.facts, language) : null,
    lessons: version ? lessonsOf(version, asked.question.facts) : {},
  }
}

function lessonsOf({ units }: CourseVersion, facts: readonly string[]): Record<string, string> {
  const found = facts.map((fact) => [fact, units.find((unit) => unit.kind === 'lesson' && unit.facts.includes(fact))?.id ?? ''])
  return Object.fromEntries(found.filter(([, lesson]) => lesson !== ''))
}
