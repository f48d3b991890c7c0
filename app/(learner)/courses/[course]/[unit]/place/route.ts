import { savePlace } from '#services/enrolments/save-place'
import { asFormPost } from '../../../../../_adapter/form-post.ts'
import { pathsOf, type UnitParams } from '../paths.ts'

export async function POST(request: Request, { params }: UnitParams): Promise<Response> {
  const { course: courseId, unit: unitId } = await params
  const { page } = pathsOf(courseId, unitId)
  return asFormPost(request, page, async ({ caller, field }) => {
    await savePlace(caller, { courseId, unitId, part: field('part') })
    return null
  })
}
