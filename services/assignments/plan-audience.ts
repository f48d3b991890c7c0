import type { Reader } from '#db/client'
import { type Planned, planAssignment } from '#domain/assignments/plan'
import type { CreateAssignment } from '#domain/assignments/schema'
import { dayOf } from '#domain/calendar'
import type { Localised } from '#domain/catalogue/types'
import { isWithin, type Reach } from '#domain/policy'
import { currentHashOf } from '../catalogue/get-course.ts'
import { getVersion } from '../catalogue/get-version.ts'
import { Conflict, InvalidInput } from '../errors.ts'
import { organisationZone } from '../organisation/organisation-zone.ts'
import { type AudienceMember, loadAudience } from './load-audience.ts'

export interface PlannedAudience {
  course: { id: string; hash: string; title: Localised }
  members: AudienceMember[]
  /** One entry for each member, in the same order. */
  plan: Planned[]
  scopePath: string[]
}

/** Every course that is ordered, each once. */
export const coursesOf = ({ courseId, otherCourseIds }: CreateAssignment): string[] => [...new Set([courseId, ...otherCourseIds])]

/** The plan of each course that is ordered, in order. The same for the preview and the deed. @throws as `planAudience` does */
export async function planCourses(
  db: Reader,
  reach: Reach,
  now: Date,
  input: CreateAssignment,
): Promise<[PlannedAudience, ...PlannedAudience[]]> {
  const first = await planAudience(db, reach, now, input)
  const others: PlannedAudience[] = []
  for (const courseId of coursesOf(input).slice(1)) others.push(await planAudience(db, reach, now, { ...input, courseId }))
  return [first, ...others]
}

/** What an assignment of one course will do, to whom. @throws InvalidInput, NotFound, Conflict as preview and deed do */
async function planAudience(db: Reader, reach: Reach, now: Date, input: CreateAssignment): Promise<PlannedAudience> {
  const timeZone = await organisationZone(db)
  if (input.dueOn !== null && input.dueOn < dayOf(now, timeZone)) throw new InvalidInput({ dueOn: 'past' })
  const hash = await currentHashOf(db, input.courseId)
  const course = { id: input.courseId, hash, title: (await getVersion(db, hash)).title }
  const { members, scopePath } = await loadAudience(db, reach, input.audience, course.id, timeZone)
  if (scopePath.length > 0 && !isWithin(reach, { groupPath: scopePath })) throw new Conflict('audience_spans_branches')
  return { course, members, scopePath, plan: planAssignment(members, { dueOn: input.dueOn, now, timeZone }) }
}
