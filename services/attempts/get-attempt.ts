import { z } from 'zod'
import { languages } from '#domain/catalogue/types'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { findAttempt } from './find-attempt.ts'
import { type AttemptView, viewAttempt } from './view-attempt.ts'

/** A question of one's own attempt: the open one, or by `position` one that was responded to. @throws NotFound for a question not reached yet. */
export const getAttempt = query({
  permission: 'attempt.read',
  input: z.strictObject({ attemptId: z.uuid(), position: z.int().min(0).optional(), language: z.enum(languages) }),
  run: async ({ db, reach, input: { attemptId, position, language } }): Promise<AttemptView> => {
    const attempt = await findAttempt(db, reach, attemptId)
    const view = await viewAttempt(db, attempt, position ?? attempt.given.length, language)
    if (!view) throw new NotFound('question')
    return view
  },
})
