import { choose } from '#services/enrolments/choose'
import { formPost } from '../../../../../_adapter/form-post.ts'
import { type UnitNames, unitPage } from '../paths.ts'

export const POST = formPost<UnitNames>({
  page: unitPage,
  act: async ({ caller, params, field, fields }) => {
    // Each thing of a sort has a name of its own: `choice.t1`.
    const choices = fields.filter(([name]) => name === 'choice' || name.startsWith('choice.')).map(([, value]) => value)
    await choose(caller, { courseId: params.course, unitId: params.unit, decision: field('decision'), choices })
    return { next: `${unitPage(params)}#${encodeURIComponent(field('decision'))}` }
  },
})
