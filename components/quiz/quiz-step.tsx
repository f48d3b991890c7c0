import type { ResponseValue } from '#domain/attempts/types'
import type { FeedbackView, QuestionView } from '#domain/attempts/view'
import type { NoteWords } from '../lesson/note-words.tsx'

/** What a learner sees of an attempt at one moment: a question to respond to, or the feedback to one. */
export interface QuizStep {
  attemptId: string
  /** The number of writes so far, for the next one to carry. */
  sequence: number
  /** Index of the question, from 0; how many there are; how many have a response. */
  position: number
  count: number
  responded: number
  question: QuestionView
  draft: ResponseValue | null
  feedback: FeedbackShown | null
}

/** Feedback with the facts behind it in words, each with the address of the lesson's note where one tells it. */
export interface FeedbackShown extends Omit<FeedbackView, 'facts'> {
  facts: (NoteWords & { lesson: string | null })[]
}

/** What a response is answered with, to a script. Holds nothing of a question without a response but what its learner may see. */
export interface ResponseAnswer {
  /** Where a form without script goes on. */
  next: string
  sequence: number
  /** To the response given; null when the quiz keeps it for the end. */
  feedback: QuizStep | null
  /** The question to respond to next; null when none is left. */
  question: QuizStep | null
}
