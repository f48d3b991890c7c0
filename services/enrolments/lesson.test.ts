import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { completions, enrolments, lessonPlaces } from '#db/schema/index'
import { publishTestCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeOrganisation, makePerson } from '#testing/factories'
import { fullFiles } from '#testing/full-content'
import { decision, enrol, eventsAbout, later, lesson, quiz } from '#testing/learner'
import { compileFiles } from '../catalogue/compile.ts'
import { choose } from './choose.ts'
import { completeLesson } from './complete-lesson.ts'
import { savePlace } from './save-place.ts'
import { startEnrolment } from './start-enrolment.ts'

const { db } = await testDatabase()
let groupId: string
const enrolled = async () => {
  const caller = await callerFor(db, (await makePerson(db, { groupId })).id)
  return { caller, enrolmentId: (await enrol(caller)).id }
}
const placeOf = async (enrolmentId: string) => (await db.select().from(lessonPlaces).where(eq(lessonPlaces.enrolmentId, enrolmentId)))[0]
const enrolmentOf = async (id: string) => (await db.select().from(enrolments).where(eq(enrolments.id, id)))[0]

beforeAll(async () => {
  groupId = (await makeOrganisation(db)).rootId
  await publishTestCourse(db)
})

describe('remembering the place in a lesson', () => {
  it('refuses who is not enrolled, an unknown part and a unit that is no lesson', async () => {
    const stranger = await callerFor(db, (await makePerson(db, { groupId })).id)
    await expect(savePlace(stranger, { ...lesson, part: 'p1' })).rejects.toThrow('open enrolment')
    const { caller } = await enrolled()
    await expect(savePlace(caller, { ...lesson, part: 'p9' })).rejects.toThrow('invalid input')
    await expect(savePlace(caller, { ...quiz, part: 'p1' })).rejects.toThrow('unit')
  })

  it('goes back with the reader, while the furthest part stays, and begins the course once', async () => {
    const { caller, enrolmentId } = await enrolled()
    await savePlace(caller, { ...lesson, part: 'p2' })
    await savePlace(later(caller, 1), { ...lesson, part: 'p1' })
    expect(await placeOf(enrolmentId)).toMatchObject({ part: 'p1', furthestPart: 2, decisions: {} })
    expect(await enrolmentOf(enrolmentId)).toMatchObject({ startedAt: caller.now, unitsDone: 0 })
  })
})

describe('choosing in a decision', () => {
  it('refuses a decision or choice that the lesson does not hold', async () => {
    const { caller } = await enrolled()
    await expect(choose(caller, { ...lesson, ...decision, choices: ['9'] })).rejects.toThrow('invalid input')
    await expect(choose(caller, { ...lesson, ...decision, decision: 'other' })).rejects.toThrow('invalid input')
  })

  it('keeps the first choice as the one made and each other once', async () => {
    const { caller, enrolmentId } = await enrolled()
    for (const choice of ['2', '1', '2', '1']) await choose(caller, { ...lesson, ...decision, choices: [choice] })
    expect(await placeOf(enrolmentId)).toMatchObject({ part: 'p2', furthestPart: 2, decisions: { 'badge-at-the-door': ['2', '1'] } })
  })

  it('loses nothing when two tabs choose at once', async () => {
    const { caller, enrolmentId } = await enrolled()
    await Promise.all(['1', '2'].map((choice) => choose(caller, { ...lesson, ...decision, choices: [choice] })))
    expect((await placeOf(enrolmentId))?.decisions['badge-at-the-door']?.toSorted()).toEqual(['1', '2'])
  })
})

describe('other things to do', () => {
  it('keeps the first placing, takes a walk step by step, and completes the lesson only at its end', async () => {
    const course = compileFiles(fullFiles()).find(({ id }) => id === 'harbour')
    if (!course) throw new Error('the sample has a course')
    await publishTestCourse(db, course)
    const caller = await callerFor(db, (await makePerson(db, { groupId })).id)
    const at = { courseId: course.id, unitId: 'the-desk' }
    const { id } = await startEnrolment(caller, { courseId: course.id })
    const sorted = ['t1-1', 't2-1', 't3-1']
    await choose(caller, { ...at, decision: 'letter', choices: ['1'] })
    await choose(caller, { ...at, decision: 'known-or-heard', choices: sorted })
    await choose(caller, { ...at, decision: 'known-or-heard', choices: ['t1-2', 't2-2', 't3-2'] })
    await choose(caller, { ...at, decision: 'night-lines', choices: [] })
    await expect(choose(caller, { ...at, decision: 'two-days', choices: ['2'] })).rejects.toThrow('invalid input')
    await choose(caller, { ...at, decision: 'two-days', choices: ['1'] })
    await expect(completeLesson(caller, at)).rejects.toMatchObject({ reason: 'decisions_open' })
    await choose(caller, { ...at, decision: 'two-days', choices: ['2'] })
    expect((await placeOf(id))?.decisions).toEqual({
      letter: ['1'],
      'known-or-heard': sorted,
      'night-lines': ['t3-2', 't1-2', 't2-2'],
      'two-days': ['1', '2'],
    })
    await completeLesson(caller, at)
    expect(await enrolmentOf(id)).toMatchObject({ unitsDone: 1 })
  })
})

describe('completing a lesson', () => {
  it('is refused while a decision is open', async () => {
    const { caller, enrolmentId } = await enrolled()
    await expect(completeLesson(caller, lesson)).rejects.toMatchObject({ reason: 'decisions_open' })
    expect(await placeOf(enrolmentId)).toBeUndefined()
  })

  it('records the completion once, counts the unit and leaves an event', async () => {
    const { caller, enrolmentId } = await enrolled()
    await choose(caller, { ...lesson, ...decision })
    const both = await Promise.allSettled([completeLesson(caller, lesson), completeLesson(caller, lesson)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(completeLesson(caller, lesson)).rejects.toMatchObject({ reason: 'unit_complete' })
    const found = await db
      .select()
      .from(completions)
      .where(and(eq(completions.enrolmentId, enrolmentId), eq(completions.unitId, lesson.unitId)))
    expect(found).toHaveLength(1)
    expect(await enrolmentOf(enrolmentId)).toMatchObject({ unitsDone: 1, closedAt: null })
    expect(await eventsAbout(caller, enrolmentId)).toEqual(['enrolment.start', 'unit.complete'])
  })
})
