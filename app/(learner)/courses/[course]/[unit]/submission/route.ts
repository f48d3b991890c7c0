import { submitLab } from '#services/labs/submit-lab'
import { formPost } from '../../../../../_adapter/form-post.ts'
import { type UnitNames, unitPage } from '../paths.ts'

/** Gives everything in the case file of a lab; the page then shows the debrief. */
export const POST = formPost<UnitNames>({
  page: unitPage,
  act: async ({ caller, params, field }) => {
    await submitLab(caller, { attemptId: field('attempt'), sequence: field('sequence') })
    return { next: unitPage(params) }
  },
})
