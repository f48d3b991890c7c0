import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { enrolments, people } from '#db/schema/index'
import type { CourseVersion, Unit } from '#domain/catalogue/types'
import type { Reach } from '#domain/policy'
import { getVersion } from '../catalogue/get-version.ts'
import { NotFound } from '../errors.ts'
import { peopleWithin } from '../reach.ts'

export interface OwnEnrolment {
  id: string
  personId: string
  /** The person's home group: whose branch may read the events. */
  homeGroupId: string
  startedAt: Date | null
  course: CourseVersion
}

/** Locks the learner's open enrolment in a course, so that what two tabs do to it happens one after the other. @throws NotFound */
export async function lockOwnEnrolment(tx: Transaction, reach: Reach, courseId: string): Promise<OwnEnrolment> {
  const [row] = await tx
    .select({
      id: enrolments.id,
      personId: enrolments.personId,
      homeGroupId: people.homeGroupId,
      startedAt: enrolments.startedAt,
      courseVersion: enrolments.courseVersion,
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(and(eq(enrolments.courseId, courseId), isNull(enrolments.closedAt), peopleWithin(reach)))
    .for('update', { of: enrolments })
  if (!row) throw new NotFound('open enrolment')
  const { courseVersion, ...enrolment } = row
  return { ...enrolment, course: await getVersion(tx, courseVersion) }
}

/** A unit of a course, of the kind asked for. @throws NotFound */
export function unitOf<K extends Unit['kind']>(course: CourseVersion, unitId: string, kind: K): Extract<Unit, { kind: K }> {
  const unit = course.units.find((candidate) => candidate.id === unitId)
  if (unit?.kind !== kind) throw new NotFound('unit')
  return unit as Extract<Unit, { kind: K }>
}
