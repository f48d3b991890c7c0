'use server'

import { personCaller } from '#auth/actor'
import { startEnrolment } from '#services/enrolments/start-enrolment'
import { thenGo } from '../../../_adapter/refused.ts'

export async function beginCourse(courseId: string): Promise<void> {
  const page = `/courses/${encodeURIComponent(courseId)}`
  const caller = await personCaller(page)
  await thenGo(page, async () => {
    await startEnrolment(caller, { courseId })
    return page
  })
}
