import { z } from 'zod'
import { type CourseOutline, outlineOf } from '#domain/catalogue/outline'
import type { CourseVersion, FactNote, LessonUnit } from '#domain/catalogue/types'
import type { LessonPlace } from '#domain/enrolments/progress'
import { contentId } from '#domain/text'
import { getVersion } from '../catalogue/get-version.ts'
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
      lesson: passage && content?.kind === 'lesson' ? { unit: content, place, facts: version.facts, dossier: dossierFacts(version) } : null,
    }
  },
})

function dossierFacts({ dossier }: CourseVersion): { case: string; facts: string[] } | null {
  return dossier ? { case: dossier.case, facts: dossier.sections.flatMap(({ facts }) => facts.map(({ note }) => note.id)) } : null
}
