'use server'

import { personCaller } from '#auth/actor'
import { completeLesson } from '#services/enrolments/complete-lesson'
import { thenGo } from '../../../../_adapter/refused.ts'
import { pathsOf } from './paths.ts'

export async function finishLesson(courseId: string, unitId: string): Promise<void> {
  const { page } = pathsOf(courseId, unitId)
  const caller = await personCaller(page)
  await thenGo(page, async () => {
    await completeLesson(caller, { courseId, unitId })
    return `${page}?sealed#ending`
  })
}
