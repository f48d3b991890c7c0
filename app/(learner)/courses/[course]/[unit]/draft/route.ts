import { type Direction, moved, valueOfFields } from '#domain/attempts/fields'
import type { QuestionKind } from '#domain/catalogue/types'
import { saveDraft } from '#services/attempts/save-draft'
import { asFormPost } from '../../../../../_adapter/form-post.ts'
import { pathsOf, type UnitParams } from '../paths.ts'

/** Keeps what is chosen. Without script, the buttons that move a choice of an order come here too: `move` is `<choice id> up` or `down`. */
export async function POST(request: Request, { params }: UnitParams): Promise<Response> {
  const { course, unit } = await params
  const { page } = pathsOf(course, unit)
  return asFormPost(request, page, async ({ caller, fields, field }) => {
    const given = valueOfFields(field('kind') as QuestionKind, fields)
    const [id = '', direction] = field('move').split(' ')
    const value = 'choices' in given && id !== '' ? { choices: moved(given.choices, id, direction as Direction) } : given
    const { attempt: attemptId, position, sequence } = Object.fromEntries(fields)
    const kept = await saveDraft(caller, { attemptId, position, sequence, value })
    return { next: `${page}#move-${encodeURIComponent(id)}`, sequence: kept.sequence }
  })
}
