import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { completions, organisation, people } from '#db/schema/index'
import { dayOf } from '#domain/calendar'
import { type CourseOutline, outlineOf } from '#domain/catalogue/outline'
import { getVersion } from '../catalogue/get-version.ts'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'

/** What a certificate proves. */
export interface CertificateView {
  code: string
  holder: string
  organisationName: string
  course: CourseOutline
  /** Score of the course and the lowest mastery score of its quizzes and labs, 0..1; null when it has none. */
  score: number | null
  masteryScore: number | null
  /** The day in the organisation's zone, ISO date. */
  completedOn: string
}

/** The certificate behind a code. Whoever holds the code may see it, signed in or not. @throws NotFound */
export const getCertificate = query({
  permission: 'certificate.verify',
  input: z.strictObject({ code: z.string().regex(/^[\w-]{22}$/) }),
  run: async ({ db, input: { code } }): Promise<CertificateView> => {
    const [row] = await db
      .select({ completion: completions, holder: people.name, organisation })
      .from(completions)
      .innerJoin(people, eq(people.id, completions.personId))
      .innerJoin(organisation, eq(organisation.id, 1))
      .where(eq(completions.certificateCode, code))
    if (!row) throw new NotFound('certificate')
    const version = await getVersion(db, row.completion.version)
    const mastery = version.units.flatMap((unit) => (unit.kind === 'lesson' ? [] : unit.masteryScore))
    return {
      code,
      holder: row.holder,
      organisationName: row.organisation.name,
      course: outlineOf(version),
      score: row.completion.score,
      masteryScore: mastery.length > 0 ? Math.min(...mastery) : null,
      completedOn: dayOf(row.completion.completedAt, row.organisation.timeZone),
    }
  },
})
