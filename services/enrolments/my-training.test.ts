import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { enrolments } from '#db/schema/index'
import { publishTestCourse, testCourse, testCourseWith } from '#testing/course'
import { testDatabase } from '#testing/database'
import { anonymous, callerFor, makeOrganisation, makePerson } from '#testing/factories'
import { courseId, enrol, later, lesson, quiz, readLesson, right, takeQuiz, wrong } from '#testing/learner'
import { startAttempt } from '../attempts/start-attempt.ts'
import { getMyCourse } from './get-my-course.ts'
import { listMyTraining } from './list-my-training.ts'
import { savePlace } from './save-place.ts'
import { startEnrolment } from './start-enrolment.ts'

const { db } = await testDatabase()
let groupId: string
const learner = async () => callerFor(db, (await makePerson(db, { groupId })).id)
const other = testCourseWith({ id: 'another-badge' })

beforeAll(async () => {
  groupId = (await makeOrganisation(db)).rootId
  await publishTestCourse(db)
  await publishTestCourse(db, other)
})

describe("a learner's training", () => {
  it('is refused to a visitor and shows nobody else', async () => {
    await expect(listMyTraining(anonymous(db), {})).rejects.toThrow('not permitted')
    await enrol(await learner())
    const admin = await callerFor(db, (await makePerson(db, { groupId, grants: [{ role: 'admin', of: null }] })).id)
    const training = await listMyTraining(admin, {})
    expect(training).toMatchObject({ open: [], finished: [] })
    expect(training.catalogue.map((course) => course.id).toSorted()).toEqual([other.id, courseId].toSorted())
  })

  it('says first what is overdue, then what is due soonest, and where one stopped', async () => {
    const caller = await learner()
    const first = await startEnrolment(caller, { courseId })
    const second = await startEnrolment(caller, { courseId: other.id })
    const due = (id: string, days: number) =>
      db
        .update(enrolments)
        .set({ dueOn: '2026-11-30', dueAt: later(caller, days * 24).now })
        .where(eq(enrolments.id, id))
    await due(first.id, 8)
    await due(second.id, -1)
    await savePlace(caller, { ...lesson, part: 'p2' })
    const { open, catalogue } = await listMyTraining(caller, {})
    expect(open.map(({ course, urgency }) => [course.id, urgency])).toEqual([
      [other.id, 'overdue'],
      [courseId, 'due_soon'],
    ])
    expect(open[1]?.next).toMatchObject({ id: lesson.unitId, part: { number: 2, count: 3, title: { en: 'At the door' } }, minutesLeft: 3 })
    expect(open[1]).toMatchObject({ minutesLeft: 7 })
    expect(catalogue).toEqual([])
  })

  it('sends who failed a quiz to the lessons not read yet', async () => {
    const caller = await learner()
    await enrol(caller)
    await takeQuiz(caller, wrong)
    expect((await listMyTraining(caller, {})).open[0]?.next).toMatchObject({ id: lesson.unitId })
    await startAttempt(caller, quiz)
    expect((await listMyTraining(caller, {})).open[0]?.next).toMatchObject({ id: quiz.unitId })
  })

  it('moves a finished course to its certificate', async () => {
    const caller = await learner()
    await enrol(caller)
    await readLesson(caller)
    await takeQuiz(caller, right)
    const { open, finished, catalogue } = await listMyTraining(caller, {})
    expect(open).toEqual([])
    expect(finished).toMatchObject([
      { course: { id: courseId }, enrolment: { score: 1, closedAs: 'completed' }, next: null, minutesLeft: 0 },
    ])
    expect(finished[0]?.certificateCode).toMatch(/^[\w-]{22}$/)
    expect(catalogue.map((course) => course.id)).toEqual([other.id])
  })

  it('asks the database once', async () => {
    const caller = await learner()
    await enrol(caller)
    await listMyTraining(caller, {})
    let statements = 0
    const counting = new Proxy(db.$client, {
      get: (pool, key) => {
        if (key === 'query') statements += 1
        const value = Reflect.get(pool, key)
        return typeof value === 'function' ? value.bind(pool) : value
      },
    })
    const { drizzle } = await import('drizzle-orm/node-postgres')
    const schema = await import('#db/schema/index')
    await listMyTraining({ ...caller, db: Object.assign(drizzle(counting, { schema }), { $client: db.$client }) }, {})
    expect(statements).toBe(1)
  })
})

describe("a learner's course", () => {
  it('is refused when unknown, and so is an unknown unit', async () => {
    const caller = await learner()
    await expect(getMyCourse(caller, { courseId: 'unknown' })).rejects.toThrow('course')
    await expect(getMyCourse(caller, { courseId, unitId: 'unknown' })).rejects.toThrow('unit')
  })

  it('shows the outline before enrolment, without texts', async () => {
    const view = await getMyCourse(await learner(), { courseId, unitId: lesson.unitId })
    expect(view).toMatchObject({ passage: null, unit: null, lesson: null })
    expect(view.course.units).toHaveLength(2)
  })

  it('keeps the version one enrolled in when a newer one is published', async () => {
    const caller = await learner()
    await enrol(caller)
    const newer = testCourseWith({ checkedOn: '2026-12-01' })
    await publishTestCourse(db, newer)
    expect((await getMyCourse(caller, { courseId })).course.hash).toBe(testCourse.hash)
    expect((await getMyCourse(await learner(), { courseId })).course.hash).toBe(newer.hash)
  })

  it('tells attempts left and the pause', async () => {
    const caller = await learner()
    await enrol(caller)
    await takeQuiz(caller, wrong)
    const read = async (hours: number) => (await getMyCourse(later(caller, hours), { courseId, unitId: quiz.unitId })).unit
    expect(await read(0)).toMatchObject({ score: expect.any(Number), quiz: { state: { kind: 'ready', left: 2 } } })
    await startAttempt(caller, quiz)
    expect(await read(0)).toMatchObject({ quiz: { state: { kind: 'open' } } })
  })
})
