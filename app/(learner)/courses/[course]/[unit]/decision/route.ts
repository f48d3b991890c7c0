import { choose } from '#services/enrolments/choose'
import { asFormPost } from '../../../../../_adapter/form-post.ts'
import { pathsOf, type UnitParams } from '../paths.ts'

export async function POST(request: Request, { params }: UnitParams): Promise<Response> {
  const { course: courseId, unit: unitId } = await params
  const { page } = pathsOf(courseId, unitId)
  return asFormPost(request, page, async ({ caller, field, fields }) => {
    // Each thing of a sort has a name of its own: `choice.t1`.
    const choices = fields.filter(([name]) => name === 'choice' || name.startsWith('choice.')).map(([, value]) => value)
    await choose(caller, { courseId, unitId, decision: field('decision'), choices })
    return { next: `${page}#${encodeURIComponent(field('decision'))}` }
  })
}
