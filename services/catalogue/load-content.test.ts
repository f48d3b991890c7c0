import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { auditEvents, courses, courseVersions } from '#db/schema/index'
import { Conflict, Forbidden } from '#services/errors'
import { testCourse, testCourseWith } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { loadContent } from './load-content.ts'
import { loadVersion } from './load-version.ts'

const { db } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const later = new Date(testNow.getTime() + 60_000)
const second = testCourseWith({ minutes: 10 })

const courseRow = async () => (await db.select().from(courses).where(eq(courses.id, testCourse.id)))[0]
const loads = () => db.select().from(auditEvents).where(eq(auditEvents.verb, 'course.load'))

it('is refused to people, whatever their roles', async () => {
  const owner = await makePerson(db, { groupId: rootId, grants: [{ role: 'owner', of: null }] })
  await expect(loadVersion(await callerFor(db, owner.id), { version: testCourse })).rejects.toThrow(Forbidden)
})

it('makes the first version of a course current, once, though several processes start together', async () => {
  const loaded = await Promise.all([1, 2, 3].map(() => loadContent(db, testNow, [testCourse])))
  expect(loaded.flat()).toEqual([testCourse.id])
  expect(await courseRow()).toMatchObject({ currentHash: testCourse.hash, loadedHash: testCourse.hash, publishedAt: testNow })
  expect(await loads()).toMatchObject([{ actorKind: 'system', subjectKind: 'course', subjectId: testCourse.id, at: testNow }])
})

it('leaves everything as it is when the content is the same', async () => {
  expect(await loadContent(db, later, [testCourse])).toEqual([])
  expect(await loads()).toHaveLength(1)
})

it('keeps a changed version beside the current one', async () => {
  expect(await loadContent(db, later, [second])).toEqual([testCourse.id])
  expect(await courseRow()).toMatchObject({ currentHash: testCourse.hash, loadedHash: second.hash })
  expect(await db.select({ hash: courseVersions.hash }).from(courseVersions)).toHaveLength(2)
})

it('takes an earlier version up again without storing it twice', async () => {
  expect(await loadContent(db, later, [testCourse])).toEqual([testCourse.id])
  expect(await courseRow()).toMatchObject({ loadedHash: testCourse.hash })
  expect(await db.select({ hash: courseVersions.hash }).from(courseVersions)).toHaveLength(2)
})

it('refuses to load the same version again by itself', async () => {
  await expect(loadVersion({ actor: { kind: 'system' }, now: later, db }, { version: testCourse })).rejects.toThrow(
    new Conflict('course_loaded'),
  )
})
