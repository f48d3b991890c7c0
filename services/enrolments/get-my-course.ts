import { asc, ne } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '#db/client'
import { courses } from '#db/schema/index'
import { type CourseOutline, outlineOf } from '#domain/catalogue/outline'
import type { CourseVersion, FactNote, LessonUnit } from '#domain/catalogue/types'
import type { LessonPlace } from '#domain/enrolments/progress'
import { contentId } from '#domain/text'
import { getVersion, getVersions } from '../catalogue/get-version.ts'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { type Passage, passageOf, type UnitStanding } from './passage.ts'
import { readPassages } from './read-passages.ts'

export interface MyCourse {
  course: CourseOutline
  /** The open passage, else the latest; null: never enrolled, or the last enrolment was cancelled. */
  passage: Passage | null
  unit: UnitStanding | null
  /** With a unit that is a lesson: its content and where one is in it. */
  lesson: {
    unit: LessonUnit
    place: LessonPlace | null
    facts: Record<string, FactNote>
    /** The dossier of the case, by the facts it tells of. */
    dossier: { case: string; facts: string[] } | null
  } | null
  /** Without a unit: what stands around the course on its own page. */
  around: {
    /** Its short editions, or the full course it is one of. */
    editions: CourseOutline[]
    /** Notes of every fact that the course rests on. */
    sources: FactNote[]
    dossier: { case: string; facts: string[] } | null
  } | null
}

/** A course as its learner sees it, and one unit of it when asked for. @throws NotFound for an unknown course or unit. */
export const getMyCourse = query({
  permission: 'enrolment.read',
  input: z.strictObject({ courseId: contentId, unitId: contentId.optional() }),
  run: async ({ db, now, reach, input: { courseId, unitId } }): Promise<MyCourse> => {
    if (reach.own === null) throw new NotFound('person')
    const [row] = await readPassages(db, reach.own, courseId)
    if (!row) throw new NotFound('course')
    const enrolment = row.enrolment?.closedAs === 'cancelled' ? null : row.enrolment
    const version = await getVersion(db, enrolment?.courseVersion ?? row.currentHash)
    const passage = enrolment && passageOf({ ...row, enrolment }, version, now)
    const content = version.units.find(({ id }) => id === unitId)
    if (unitId !== undefined && !content) throw new NotFound('unit')
    const place = row.places.find((any) => any.unitId === unitId) ?? null
    return {
      course: outlineOf(version),
      passage,
      unit: passage?.units.find(({ id }) => id === unitId) ?? null,
      around:
        unitId === undefined
          ? { editions: await editionsOf(db, version), sources: Object.values(version.facts), dossier: dossierFacts(version) }
          : null,
      lesson: passage && content?.kind === 'lesson' ? { unit: content, place, facts: version.facts, dossier: dossierFacts(version) } : null,
    }
  },
})

function dossierFacts({ dossier }: CourseVersion): { case: string; facts: string[] } | null {
  return dossier ? { case: dossier.case, facts: dossier.sections.flatMap(({ facts }) => facts.map(({ note }) => note.id)) } : null
}

/** Current versions of the courses that are editions of the same full course, but for this one. */
async function editionsOf(db: Database, { id, edition }: CourseVersion): Promise<CourseOutline[]> {
  const full = edition?.of ?? id
  const rows = await db.select({ hash: courses.currentHash }).from(courses).where(ne(courses.id, id)).orderBy(asc(courses.id))
  const others = await getVersions(
    db,
    rows.map(({ hash }) => hash),
  )
  return others.filter((other) => other.id === full || other.edition?.of === full).map(outlineOf)
}
