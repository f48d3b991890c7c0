import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { auditDetails, auditEvents } from '#db/schema/index'
import { Conflict, Forbidden, NotFound } from '#services/errors'
import { testCourse, testCourseWith } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeGroup, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { getCourse } from './get-course.ts'
import { getVersion } from './get-version.ts'
import { listCourses } from './list-courses.ts'
import { loadContent } from './load-content.ts'
import { publishCourse } from './publish-course.ts'

const { db } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const branch = await makeGroup(db, { id: rootId, path: [rootId] })
const second = testCourseWith({ minutes: 10 })
await loadContent(db, testNow, [testCourse])
await loadContent(db, testNow, [second])

const callerWith = async (...grants: NonNullable<Parameters<typeof makePerson>[1]['grants']>) =>
  callerFor(db, (await makePerson(db, { groupId: rootId, grants })).id)
const owner = await callerWith({ role: 'owner', of: null })
const learner = await callerWith()
const acceptance = { courseId: testCourse.id, hash: second.hash }

it('is refused to a learner, a reviewer and the admin of a branch', async () => {
  const others = [learner, await callerWith({ role: 'reviewer', of: null }), await callerWith({ role: 'admin', of: branch.id })]
  for (const caller of others) await expect(publishCourse(caller, acceptance)).rejects.toThrow(Forbidden)
})

it('refuses a course that does not exist and a version that is not the one loaded', async () => {
  await expect(publishCourse(owner, { ...acceptance, courseId: 'no-such' })).rejects.toThrow(NotFound)
  await expect(publishCourse(owner, { ...acceptance, hash: 'a'.repeat(64) })).rejects.toThrow(new Conflict('course_changed'))
})

it('shows the current version until the new one is accepted', async () => {
  expect(await getCourse(learner, { courseId: testCourse.id })).toMatchObject({ hash: testCourse.hash, minutes: 9 })
  expect(await listCourses(learner, {})).toMatchObject([{ current: { hash: testCourse.hash }, waitingHash: second.hash }])
})

it('gives the accepted version to everybody and records who accepted it', async () => {
  await publishCourse(owner, acceptance)
  expect(await listCourses(learner, {})).toMatchObject([{ current: { hash: second.hash, minutes: 10 }, waitingHash: null }])
  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.verb, 'course.publish'))
  expect(event).toMatchObject({ actorId: owner.actor.id, subjectId: testCourse.id })
  const [row] = await db
    .select()
    .from(auditDetails)
    .where(eq(auditDetails.eventId, event?.id ?? ''))
  expect(row?.details).toEqual({ from: testCourse.hash, to: second.hash })
})

it('refuses to accept it twice', async () => {
  await expect(publishCourse(owner, acceptance)).rejects.toThrow(new Conflict('course_published'))
})

it('still gives the outline of an earlier version, and never its questions', async () => {
  const outline = await getCourse(learner, { courseId: testCourse.id, hash: testCourse.hash })
  expect(outline.units.map((unit) => Object.keys(unit).sort())).toEqual([1, 2].map(() => ['hash', 'id', 'kind', 'minutes', 'title']))
  expect(JSON.stringify(outline)).not.toMatch(/correct|prompt|choices/u)
  await expect(getCourse(learner, { courseId: 'no-such', hash: testCourse.hash })).rejects.toThrow(NotFound)
})

it('reads a version once and knows what does not exist', async () => {
  expect(await getVersion(db, second.hash)).toBe(await getVersion(db, second.hash))
  await expect(getVersion(db, 'no-such')).rejects.toThrow(NotFound)
})
