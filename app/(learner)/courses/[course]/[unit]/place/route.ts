import { savePlace } from '#services/enrolments/save-place'
import { formPost } from '../../../../../_adapter/form-post.ts'
import { type UnitNames, unitPage } from '../paths.ts'

export const POST = formPost<UnitNames>({
  page: unitPage,
  act: async ({ caller, params, field }) => {
    await savePlace(caller, { courseId: params.course, unitId: params.unit, part: field('part') })
    return null
  },
})
