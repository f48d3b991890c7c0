import { changeOfFields } from '#domain/labs/fields'
import { saveCaseFile } from '#services/labs/save-case-file'
import { formPost } from '../../../../../_adapter/form-post.ts'
import { type UnitNames, unitPage } from '../paths.ts'

/** Keeps what was done in a lab: several changes as JSON from the script, one from a plain form, which goes back to the view it stood in. */
export const POST = formPost<UnitNames>({
  page: unitPage,
  act: async ({ caller, params, fields, field }) => {
    const changes = field('changes') ? parsed(field('changes')) : [changeOfFields(fields)]
    const kept = await saveCaseFile(caller, { attemptId: field('attempt'), sequence: field('sequence'), changes })
    const view = new URLSearchParams(field('view')).toString()
    return { next: `${unitPage(params)}${view && `?${view}`}`, sequence: kept.sequence }
  },
})

/** What is no JSON is no change either: the verb refuses it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
