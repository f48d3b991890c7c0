import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { enrolments } from '#db/schema/index'
import { publishTestCourse, testCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { anonymous, callerFor, makeOrganisation, makePerson } from '#testing/factories'
import { courseId, enrol, eventsAbout, readLesson, right, takeQuiz } from '#testing/learner'
import { startEnrolment } from './start-enrolment.ts'

const { db } = await testDatabase()
let groupId: string
const learner = async () => callerFor(db, (await makePerson(db, { groupId })).id)

beforeAll(async () => {
  groupId = (await makeOrganisation(db)).rootId
  await publishTestCourse(db)
})

describe('starting a course from the catalogue', () => {
  it('refuses a visitor, an unknown course and a second open enrolment', async () => {
    await expect(startEnrolment(anonymous(db), { courseId })).rejects.toThrow('not permitted')
    const caller = await learner()
    await expect(startEnrolment(caller, { courseId: 'unknown' })).rejects.toThrow('course')
    await enrol(caller)
    await expect(enrol(caller)).rejects.toMatchObject({ reason: 'already_enrolled' })
  })

  it('enrols in the current version without a date and leaves an event', async () => {
    const caller = await learner()
    const { id } = await enrol(caller)
    const [row] = await db.select().from(enrolments).where(eq(enrolments.id, id))
    expect(row).toMatchObject({ personId: caller.actor.id, courseVersion: testCourse.hash, cycle: 1, assignmentId: null, dueAt: null })
    expect(await eventsAbout(caller, id)).toEqual(['enrolment.start'])
  })

  it('has one winner when a button is pressed twice at once', async () => {
    const caller = await learner()
    const results = await Promise.allSettled([enrol(caller), enrol(caller), enrol(caller)])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })

  it('makes a new enrolment when a finished course is begun again', async () => {
    const caller = await learner()
    const first = await enrol(caller)
    await readLesson(caller)
    await takeQuiz(caller, right)
    const second = await enrol(caller)
    const rows = await db.select().from(enrolments).where(eq(enrolments.personId, caller.actor.id)).orderBy(enrolments.cycle)
    expect(rows.map(({ id, cycle, closedAs }) => ({ id, cycle, closedAs }))).toEqual([
      { id: first.id, cycle: 1, closedAs: 'completed' },
      { id: second.id, cycle: 2, closedAs: null },
    ])
  })
})
