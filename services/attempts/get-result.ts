import { z } from 'zod'
import type { Certainty } from '#domain/attempts/types'
import { languages } from '#domain/catalogue/types'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { findAttempt } from './find-attempt.ts'

/** What came of a submitted attempt, question by question. */
export interface ResultView {
  number: number
  score: number
  isPassed: boolean
  masteryScore: number
  submittedAt: Date
  questions: { prompt: string; score: number; certainty: Certainty }[]
}

/** The result of one's own attempt. @throws NotFound before it is submitted. */
export const getResult = query({
  permission: 'attempt.read',
  input: z.strictObject({ attemptId: z.uuid(), language: z.enum(languages) }),
  run: async ({ db, reach, input }): Promise<ResultView> => {
    const attempt = await findAttempt(db, reach, input.attemptId)
    const { number, score, isPassed, submittedAt, snapshot, given } = attempt
    if (score === null || isPassed === null || submittedAt === null) throw new NotFound('result')
    const questions = given.map((response, index) => ({
      prompt: snapshot.questions[index]?.question.prompt[input.language] ?? '',
      score: response.score,
      certainty: response.certainty,
    }))
    return { number, score, isPassed, submittedAt, masteryScore: snapshot.masteryScore, questions }
  },
})
