import { redirect } from 'next/navigation'
import { cache } from 'react'
import { personCaller } from '#auth/actor'
import { getMyCourse } from '#services/enrolments/get-my-course'
import { orNotFound } from '../../../../_adapter/page.ts'
import { pathsOf } from './paths.ts'

/** What the page of a unit shows, once per request; who is not enrolled is sent to the course's outline. */
export const readUnit = cache(async (courseId: string, unitId: string) => {
  const paths = pathsOf(courseId, unitId)
  const caller = await personCaller(paths.page)
  const { course, passage, unit, lesson } = await orNotFound(getMyCourse(caller, { courseId, unitId }))
  if (!passage || !unit) redirect(paths.course)
  return { caller, paths, course, passage, unit, lesson }
})

export type UnitRead = Awaited<ReturnType<typeof readUnit>>
