import { z } from 'zod'
import type { ResponseValue } from '#domain/attempts/types'
import { type FeedbackView, type QuestionView, showsFeedback, viewFeedback, viewQuestion } from '#domain/attempts/view'
import { type CourseVersion, languages } from '#domain/catalogue/types'
import { getVersion } from '../catalogue/get-version.ts'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { findAttempt } from './find-attempt.ts'

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

/**
 * A question of one's own attempt: the open one, or by `position` one that was responded to. The correct response, the reasons and the facts
 * come with the feedback only. @throws NotFound for a question not reached yet.
 */
export const getAttempt = query({
  permission: 'attempt.read',
  input: z.strictObject({ attemptId: z.uuid(), position: z.int().min(0).optional(), language: z.enum(languages) }),
  run: async ({ db, reach, input }): Promise<AttemptView> => {
    const { attempt, given, draft } = await findAttempt(db, reach, input.attemptId)
    const { snapshot, status, sequence } = attempt
    const position = input.position ?? given.length
    const asked = snapshot.questions[position]
    const response = given[position]
    const isOpen = status === 'in_progress' && position === given.length
    if (!asked || (!response && !isOpen)) throw new NotFound('question')
    const isShown = response && showsFeedback(snapshot.feedback, status)
    const version = isShown ? await getVersion(db, attempt.courseVersion) : null
    return {
      attemptId: attempt.id,
      ...{ status, sequence, position },
      count: snapshot.questions.length,
      responded: given.length,
      question: viewQuestion(asked, input.language),
      draft: isOpen ? draft : null,
      feedback: isShown && version ? viewFeedback(asked, response, version.facts, input.language) : null,
      lessons: version ? lessonsOf(version, asked.question.facts) : {},
    }
  },
})

function lessonsOf({ units }: CourseVersion, facts: readonly string[]): Record<string, string> {
  const found = facts.map((fact) => [fact, units.find((unit) => unit.kind === 'lesson' && unit.facts.includes(fact))?.id ?? ''])
  return Object.fromEntries(found.filter(([, lesson]) => lesson !== ''))
}
