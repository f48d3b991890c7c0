import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { enrolments, people } from '#db/schema/index'
import { dayOf } from '#domain/calendar'
import { statuses, statusOf } from '#domain/enrolments/status'
import { addCounts, assignedIn, noCounts } from '#domain/reports/counts'
import { everything } from '#domain/reports/filter'
import { publishTestCourse, testCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeGroup, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { type EnrolmentMade, makeHistories } from '#testing/histories'
import { getOverview } from './get-overview.ts'
import { isCurrentIn, moment, statusAt } from './status-sql.ts'

const { db } = await testDatabase()
const timeZone = 'Asia/Tokyo'
let made: EnrolmentMade[]
let reviewerId: string

beforeAll(async () => {
  const { rootId } = await makeOrganisation(db)
  const root = { id: rootId, path: [rootId] }
  const works = await makeGroup(db, root)
  const groupIds = [rootId, works.id, (await makeGroup(db, works)).id, (await makeGroup(db, root)).id]
  made = await makeHistories(db, { groupIds, course: await publishTestCourse(db), count: 600 })
  reviewerId = (await makePerson(db, { groupId: rootId, grants: [{ role: 'reviewer', of: null }] })).id
})

/** As the domain sees it at a time: what was closed later was open then. */
const statusThen = (enrolment: EnrolmentMade, at: Date) =>
  statusOf({ ...enrolment, closedAs: enrolment.closedAt && enrolment.closedAt <= at ? enrolment.closedAs : null }, at, timeZone)

/** The latest enrolment of each person that is not cancelled. */
function current(): EnrolmentMade[] {
  const latest = new Map<string, EnrolmentMade>()
  for (const enrolment of made) if (enrolment.closedAs !== 'cancelled') latest.set(enrolment.personId, enrolment)
  return [...latest.values()]
}

describe('SQL and the domain agree', () => {
  const times = [
    testNow,
    ...['2026-07-20', '2026-09-01', '2026-10-25', '2026-11-20', '2027-02-01'].map((day) => new Date(`${day}T15:00:00Z`)),
  ]
  test.each(times)('on the status of every enrolment at %s', async (at) => {
    const rows = await db
      .select({ id: enrolments.id, status: statusAt(moment(at, dayOf(at, timeZone))) })
      .from(enrolments)
      .innerJoin(people, eq(people.id, enrolments.personId))
    const found = new Map(rows.map(({ id, status }) => [id, status]))
    expect(found.size).toBe(made.length)
    for (const enrolment of made) expect(found.get(enrolment.id)).toBe(statusThen(enrolment, at))
  })

  test('on which enrolment of a person counts', async () => {
    const rows = await db
      .select({ id: enrolments.id })
      .from(enrolments)
      .innerJoin(people, eq(people.id, enrolments.personId))
      .where(isCurrentIn(testCourse.id))
    expect(rows.map(({ id }) => id).sort()).toEqual(
      current()
        .map(({ id }) => id)
        .sort(),
    )
  })

  test('on the counts of every group and of the whole, which add up', async () => {
    const { total, groupRows } = await getOverview(await callerFor(db, reviewerId), everything)
    for (const status of statuses) expect(total[status], status).toBe(current().filter((own) => statusThen(own, testNow) === status).length)
    expect(assignedIn(total)).toBe(current().length)
    expect(groupRows.reduce((sum, row) => addCounts(sum, row.counts), noCounts)).toEqual(total)
    expect(statuses.filter((status) => total[status] < 5)).toEqual([])
  })

  test('on every point of the trend', async () => {
    const { trend, answer, groupRows } = await getOverview(await callerFor(db, reviewerId), { ...everything, weeks: 26 })
    for (const point of trend.values) {
      const then = current().filter((own) => own.enrolledAt <= point.at)
      expect(point.assigned).toBe(then.length)
      expect(point.overdue).toBe(then.filter((own) => statusThen(own, point.at) === 'overdue').length)
      expect(point.done).toBe(then.filter((own) => own.closedAt && own.closedAt <= point.at).length)
    }
    expect(trend.values.at(-1)).toMatchObject({ at: testNow, done: answer.done, overdue: answer.overdue })
    expect(trend.values.at(-2)?.overdue).toBe(groupRows.reduce((sum, row) => sum + row.overdueBefore, 0))
  })

  test('with a course that nobody is enrolled in left out', async () => {
    const { scope } = await getOverview(await callerFor(db, reviewerId), everything)
    expect(scope.courses.map(({ id }) => id)).toEqual([testCourse.id])
  })
})
