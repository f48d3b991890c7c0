import { z } from 'zod'
import { languages } from '#domain/catalogue/types'
import type { DebriefView } from '#domain/labs/lab-view'
import { getVersion } from '../catalogue/get-version.ts'
import { query } from '../query.ts'
import { debriefOf } from './debrief-of.ts'
import { findLabAttempt } from './find-lab-attempt.ts'
import { planTold } from './plan-told.ts'

/** What was there and what one found, once one's own attempt is given. @throws NotFound before that. */
export const getDebrief = query({
  permission: 'attempt.read',
  input: z.strictObject({ attemptId: z.uuid(), language: z.enum(languages) }),
  run: async ({ db, reach, input: { attemptId, language } }): Promise<DebriefView> => {
    const attempt = await findLabAttempt(db, reach, attemptId)
    const debrief = debriefOf(attempt, await getVersion(db, attempt.courseVersion), language)
    return { ...debrief, plan: await planTold(db, attempt, language) }
  },
})
