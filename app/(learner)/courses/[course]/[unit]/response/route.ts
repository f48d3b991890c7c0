import { valueOfFields } from '#domain/attempts/fields'
import type { QuestionKind } from '#domain/catalogue/types'
import { submitResponse } from '#services/attempts/submit-response'
import { asFormPost } from '../../../../../_adapter/form-post.ts'
import { pathsOf, type UnitParams } from '../paths.ts'

export async function POST(request: Request, { params }: UnitParams): Promise<Response> {
  const { course, unit } = await params
  const paths = pathsOf(course, unit)
  return asFormPost(request, paths.page, async ({ caller, fields, field }) => {
    const value = valueOfFields(field('kind') as QuestionKind, fields)
    const { attempt: attemptId, position, sequence, certainty } = Object.fromEntries(fields)
    const given = await submitResponse(caller, { attemptId, position, sequence, certainty, value })
    return { next: given.showsFeedback ? paths.question(given.position) : paths.page }
  })
}
