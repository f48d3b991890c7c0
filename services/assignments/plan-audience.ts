import { eq, sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { courses, courseVersions } from '#db/schema/index'
import { type Planned, planAssignment } from '#domain/assignments/plan'
import type { CreateAssignment } from '#domain/assignments/schema'
import { dayOf } from '#domain/calendar'
import type { Localised } from '#domain/catalogue/types'
import { isWithin, type Reach } from '#domain/policy'
import { Conflict, InvalidInput, NotFound } from '../errors.ts'
import { organisationZone } from '../organisation/organisation-zone.ts'
import { type AudienceMember, loadAudience } from './load-audience.ts'

export interface PlannedAudience {
  course: { id: string; hash: string; title: Localised }
  members: AudienceMember[]
  /** One entry for each member, in the same order. */
  plan: Planned[]
  scopePath: string[]
}

/** What an assignment will do, to whom: the same for the preview and the deed. @throws InvalidInput, NotFound, Conflict as both do */
export async function planAudience(db: Reader, reach: Reach, now: Date, input: CreateAssignment): Promise<PlannedAudience> {
  const timeZone = await organisationZone(db)
  if (input.dueOn !== null && input.dueOn < dayOf(now, timeZone)) throw new InvalidInput({ dueOn: 'past' })
  const [course] = await db
    .select({ id: courses.id, hash: courses.currentHash, title: sql<Localised>`${courseVersions.content} -> 'title'` })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.hash, courses.currentHash))
    .where(eq(courses.id, input.courseId))
  if (!course) throw new NotFound()
  const { members, scopePath } = await loadAudience(db, reach, input.audience, course.id, timeZone)
  if (scopePath.length > 0 && !isWithin(reach, { groupPath: scopePath })) throw new Conflict('audience_spans_branches')
  return { course, members, scopePath, plan: planAssignment(members, { dueOn: input.dueOn, now, timeZone }) }
}
