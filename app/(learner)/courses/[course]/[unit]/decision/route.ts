import { choose } from '#services/enrolments/choose'
import { asFormPost } from '../../../../../_adapter/form-post.ts'
import { pathsOf, type UnitParams } from '../paths.ts'

export async function POST(request: Request, { params }: UnitParams): Promise<Response> {
  const { course: courseId, unit: unitId } = await params
  const { page } = pathsOf(courseId, unitId)
  return asFormPost(request, page, async ({ caller, field }) => {
    await choose(caller, { courseId, unitId, decision: field('decision'), choice: field('choice') })
    return { next: `${page}#${encodeURIComponent(field('decision'))}` }
  })
}
