import { startAttempt } from '#services/attempts/start-attempt'
import { startLab } from '#services/labs/start-lab'
import { formPost } from '../../../../../_adapter/form-post.ts'
import { type UnitNames, unitPage } from '../paths.ts'

/** Begins an attempt at the quiz or the lab and goes on to it. */
export const POST = formPost<UnitNames>({
  page: unitPage,
  act: async ({ caller, params, field }) => {
    const start = field('kind') === 'lab' ? startLab : startAttempt
    await start(caller, { courseId: params.course, unitId: params.unit })
    return { next: unitPage(params) }
  },
})
