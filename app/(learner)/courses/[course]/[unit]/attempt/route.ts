import { startAttempt } from '#services/attempts/start-attempt'
import { formPost } from '../../../../../_adapter/form-post.ts'
import { type UnitNames, unitPage } from '../paths.ts'

/** Begins an attempt at the quiz and goes on to its first question. */
export const POST = formPost<UnitNames>({
  page: unitPage,
  act: async ({ caller, params }) => {
    await startAttempt(caller, { courseId: params.course, unitId: params.unit })
    return { next: unitPage(params) }
  },
})
