import { startAttempt } from '#services/attempts/start-attempt'
import { asFormPost } from '../../../../../_adapter/form-post.ts'
import { pathsOf, type UnitParams } from '../paths.ts'

/** Begins an attempt at the quiz and goes on to its first question. */
export async function POST(request: Request, { params }: UnitParams): Promise<Response> {
  const { course: courseId, unit: unitId } = await params
  const { page } = pathsOf(courseId, unitId)
  return asFormPost(request, page, async ({ caller }) => {
    await startAttempt(caller, { courseId, unitId })
    return { next: page }
  })
}
