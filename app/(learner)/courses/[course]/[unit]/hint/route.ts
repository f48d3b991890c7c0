import { takeHint } from '#services/labs/take-hint'
import { formPost } from '../../../../../_adapter/form-post.ts'
import { type UnitNames, unitPage } from '../paths.ts'

/** Takes the next hint of a lab. */
export const POST = formPost<UnitNames>({
  page: unitPage,
  act: async ({ caller, params, field }) => {
    const taken = await takeHint(caller, { attemptId: field('attempt'), sequence: field('sequence') })
    return { next: `${unitPage(params)}#hints`, ...taken }
  },
})
