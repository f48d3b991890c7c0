import { startAttempt } from '#services/attempts/start-attempt'
import { startLab } from '#services/labs/start-lab'
import { formPost } from '../../../../../_adapter/form-post.ts'
import { type UnitNames, unitPage } from '../paths.ts'

/** Begins an attempt at the quiz or the lab and goes on to it. */
export const POST = formPost<UnitNames>({
  page: unitPage,
  act: async ({ caller, params, field }) => {
    const unit = { courseId: params.course, unitId: params.unit }
    if (field('kind') === 'lab') await startLab(caller, { ...unit, isToldPrivate: field('told') === 'private' })
    else await startAttempt(caller, unit)
    return { next: unitPage(params) }
  },
})
