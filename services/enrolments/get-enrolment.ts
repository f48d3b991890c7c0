import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { enrolments, extensions, groups, people, waivers } from '#db/schema/index'
import { getVersion } from '../catalogue/get-version.ts'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { peopleWithin } from '../reach.ts'

/** One enrolment as whoever decides on it sees it: person, course, dates, what was decided before. */
export const getEnrolment = query({
  permission: 'extension.decide',
  input: z.object({ enrolmentId: z.uuid() }),
  run: async ({ db, reach, input: { enrolmentId } }) => {
    const [row] = await db
      .select({
        enrolment: enrolments,
        name: people.name,
        groupName: groups.name,
        deactivatedAt: people.deactivatedAt,
        waiver: waivers.reason,
      })
      .from(enrolments)
      .innerJoin(people, eq(people.id, enrolments.personId))
      .innerJoin(groups, eq(groups.id, people.homeGroupId))
      .leftJoin(waivers, eq(waivers.enrolmentId, enrolments.id))
      .where(and(eq(enrolments.id, enrolmentId), peopleWithin(reach)))
    if (!row) throw new NotFound()
    const moves = await db.select().from(extensions).where(eq(extensions.enrolmentId, enrolmentId)).orderBy(asc(extensions.decidedAt))
    const { title } = await getVersion(db, row.enrolment.courseVersion)
    return { ...row, courseTitle: title, extensions: moves }
  },
})
