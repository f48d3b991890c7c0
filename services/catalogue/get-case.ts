import { and, eq, isNull, ne, or } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '#db/client'
import { enrolments, organisation } from '#db/schema/index'
import type { CourseVersion, Dossier, Localised } from '#domain/catalogue/types'
import type { Actor } from '#domain/policy'
import { contentId } from '#domain/text'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { currentVersions, dossiersOf } from './current-dossiers.ts'
import { getVersions } from './get-version.ts'

/** A lesson that uses a fact. */
export interface TaughtIn {
  courseId: string
  unitId: string
  title: Localised
  /** Whether the reader is enrolled in a version of the course that holds it; else they may begin the course. */
  isOpen: boolean
}

export interface CaseView {
  dossier: Dossier
  /** fact id -> the lessons that use it. */
  taughtIn: Record<string, TaughtIn[]>
  /** Current courses of this case. */
  courses: { id: string; title: Localised }[]
  /** Who takes word of a mistake, as the organisation has set it. */
  contact: { name: string; email: string } | null
}

/** The dossier of a case, in the version that was published last. @throws NotFound */
export const getCase = query({
  permission: 'case.read',
  input: z.strictObject({ caseId: contentId }),
  run: async ({ db, actor, input: { caseId } }): Promise<CaseView> => {
    const versions = await currentVersions(db)
    const dossier = dossiersOf(versions).get(caseId)
    if (!dossier) throw new NotFound('case')
    const facts = dossier.sections.flatMap((section) => section.facts.map(({ note }) => note.id))
    const open = await openLessons(db, actor)
    return {
      dossier,
      taughtIn: Object.fromEntries(facts.map((fact) => [fact, lessonsWith(fact, versions, open)])),
      courses: versions.filter((version) => version.case === caseId).map(({ id, title }) => ({ id, title })),
      contact: await findContact(db),
    }
  },
})

const lessonKey = (courseId: string, unitId: string) => `${courseId}/${unitId}`

/** Lessons of the courses in which the reader is or was enrolled, in the version they have. */
async function openLessons(db: Database, actor: Actor): Promise<ReadonlySet<string>> {
  if (actor.kind !== 'person') return new Set()
  const rows = await db
    .select({ hash: enrolments.courseVersion })
    .from(enrolments)
    .where(and(eq(enrolments.personId, actor.id), or(isNull(enrolments.closedAs), ne(enrolments.closedAs, 'cancelled'))))
  const versions = await getVersions(
    db,
    rows.map(({ hash }) => hash),
  )
  return new Set(versions.flatMap(({ id, units }) => units.map((unit) => lessonKey(id, unit.id))))
}

/** Each lesson once, though a short edition shares it with its full course: where the reader has it open, else where it is whole. */
function lessonsWith(fact: string, versions: readonly CourseVersion[], open: ReadonlySet<string>): TaughtIn[] {
  const all = versions
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .flatMap((version) =>
      version.units.flatMap((unit) => {
        if (unit.kind !== 'lesson' || !unit.facts.includes(fact)) return []
        const isOpen = open.has(lessonKey(version.id, unit.id))
        return [{ lesson: { courseId: version.id, unitId: unit.id, title: unit.title, isOpen }, isShort: version.edition !== undefined }]
      }),
    )
    .sort((a, b) => Number(b.lesson.isOpen) - Number(a.lesson.isOpen) || Number(a.isShort) - Number(b.isShort))
  return all
    .map(({ lesson }) => lesson)
    .filter((lesson, index, lessons) => lessons.findIndex(({ unitId }) => unitId === lesson.unitId) === index)
}

async function findContact(db: Database): Promise<CaseView['contact']> {
  const [own] = await db.select({ name: organisation.contactName, email: organisation.contactEmail }).from(organisation)
  return own?.name && own.email ? { name: own.name, email: own.email } : null
}
