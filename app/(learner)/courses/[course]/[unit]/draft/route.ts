import { type Direction, moved, valueOfFields } from '#domain/attempts/fields'
import type { QuestionKind } from '#domain/catalogue/types'
import { saveDraft } from '#services/attempts/save-draft'
import { formPost } from '../../../../../_adapter/form-post.ts'
import { type UnitNames, unitPage } from '../paths.ts'

/** Keeps what is chosen. Without script, the buttons that move a choice of an order come here too: `move` is `<choice id> up` or `down`. */
export const POST = formPost<UnitNames>({
  page: unitPage,
  act: async ({ caller, params, fields, field }) => {
    const given = valueOfFields(field('kind') as QuestionKind, fields)
    const [id = '', direction] = field('move').split(' ')
    const value = 'choices' in given && id !== '' ? { choices: moved(given.choices, id, direction as Direction) } : given
    const { attempt: attemptId, position, sequence } = Object.fromEntries(fields)
    const kept = await saveDraft(caller, { attemptId, position, sequence, value })
    return { next: `${unitPage(params)}#move-${encodeURIComponent(id)}`, sequence: kept.sequence }
  },
})
