import { readFileSync } from 'node:fs'
import { and, eq, isNull } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { attempts, completions, enrolments } from '#db/schema/index'
import type { LabWords, Language } from '#domain/catalogue/types'
import type { Change } from '#domain/labs/case-file'
import { bestPlan } from '#domain/labs/plan'
import { newestLab } from '#domain/labs/registry'
import { rightResponses } from '#domain/labs/solve'
import type { Lab, LabResponses, PlanModel } from '#domain/labs/types'
import { publishTestCourse, testCourseWith } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeOrganisation, makePerson } from '#testing/factories'
import { labUnit } from '#testing/labs/lab-course'
import { eventsAbout, later } from '#testing/learner'
import type { Caller } from '../caller.ts'
import { getMyCourse } from '../enrolments/get-my-course.ts'
import { startEnrolment } from '../enrolments/start-enrolment.ts'
import { getPersonReport } from '../reports/get-person-report.ts'
import { saveCaseFile } from './save-case-file.ts'
import { startLab } from './start-lab.ts'
import { submitLab } from './submit-lab.ts'
import { getDebrief } from './view-debrief.ts'
import { getLab } from './view-lab.ts'

/** A lab that is passed may be tried again, to learn: what was completed, scored and certified stays. */

const { db } = await testDatabase()
const unitId = 'the-audit-budget'
const courseId = 'a-budget-and-a-badge'
const lab = newestLab(unitId) as Lab
const place = { courseId, unitId }
let groupId: string

const wordsOf = (language: Language): LabWords => parse(readFileSync(`content/units/${unitId}/lab.${language}.yaml`, 'utf8')) as LabWords
const person = async () => callerFor(db, (await makePerson(db, { groupId })).id)
const enrolled = async () => {
  const caller = await person()
  const { id: enrolmentId } = await startEnrolment(caller, { courseId })
  return { caller, enrolmentId }
}

beforeAll(async () => {
  groupId = (await makeOrganisation(db)).rootId
  const budget = { ...labUnit, id: unitId, version: lab.version, facts: [], words: { en: wordsOf('en'), ja: wordsOf('ja') } }
  await publishTestCourse(db, testCourseWith({ id: courseId, units: [budget, { ...labUnit, facts: [] }], facts: {} }))
})

type Given = (right: LabResponses, model: PlanModel) => Pick<LabResponses, 'marks' | 'tasks'>
const everything: Given = (right) => right
const planOf = (rows: readonly string[]) => ({ plan: { given: { rows }, certainty: 'fairly_sure' as const } })
/** A plan of the control that sees least, and nothing cited for it. */
const poorly: Given = (_, { controls }) => ({ marks: [], tasks: planOf(controls.slice(0, 1).map(({ row }) => row)) })

async function seedOf(attemptId: string): Promise<string> {
  const [row] = await db.select({ snapshot: attempts.snapshot }).from(attempts).where(eq(attempts.id, attemptId))
  return row?.snapshot.kind === 'lab' ? row.snapshot.seed : ''
}

/** Takes a lab from beginning to end. */
async function take(caller: Caller, given: Given) {
  const { id: attemptId, number } = await startLab(caller, place)
  const { truth } = lab.generate(await seedOf(attemptId))
  const { model } = truth.tasks['plan'] as { model: PlanModel }
  const { marks, tasks } = given(rightResponses(lab.tasks, truth), model)
  const changes = [
    ...marks.map(({ row, reason }): Change => ({ do: 'mark', row, reason })),
    ...Object.entries(tasks).map(([task, one]): Change => ({ do: 'respond', task, given: one.given, certainty: one.certainty })),
  ]
  const { sequence } = await saveCaseFile(caller, { attemptId, sequence: 0, changes })
  const { score, isPassed } = await submitLab(caller, { attemptId, sequence })
  return { attemptId, number, score, isPassed, model }
}

const standingIn = async (caller: Caller) => (await getMyCourse(caller, place)).passage?.units.find(({ id }) => id === unitId)
const completedIn = (enrolmentId: string) =>
  db
    .select()
    .from(completions)
    .where(and(eq(completions.enrolmentId, enrolmentId), eq(completions.unitId, unitId)))

describe('a passed lab', () => {
  it('is not to be tried again by somebody who is not enrolled, nor while it is open', async () => {
    const { caller } = await enrolled()
    await take(caller, everything)
    await expect(startLab(await person(), place)).rejects.toThrow('open enrolment')
    await startLab(later(caller, 1), place)
    await expect(startLab(later(caller, 2), place)).rejects.toMatchObject({ reason: 'lab_open' })
  })

  it('is tried again in another world, and leaves the events of any attempt', async () => {
    const { caller } = await enrolled()
    const first = await take(caller, everything)
    expect(first).toMatchObject({ number: 1, isPassed: true })
    const again = await take(later(caller, 1), poorly)
    expect(again).toMatchObject({ number: 2, isPassed: false })
    expect(await seedOf(again.attemptId)).not.toBe(await seedOf(first.attemptId))
    expect(await eventsAbout(caller, again.attemptId)).toEqual(['lab.start', 'lab.submit'])
  })

  it('stays completed as it was, whether the later attempt is worse or better', async () => {
    const { caller, enrolmentId } = await enrolled()
    await take(caller, (right, model) => ({ marks: right.marks.slice(1), tasks: planOf(bestPlan(model).rows) }))
    const before = await completedIn(enrolmentId)
    const passed = before[0]?.score ?? 0
    expect([before.length, passed >= 0.7, passed < 1]).toEqual([1, true, true])
    await take(later(caller, 1), poorly)
    expect(await standingIn(caller)).toMatchObject({ isComplete: true, score: passed, quiz: { state: { kind: 'passed', score: passed } } })
    await take(later(caller, 2), everything)
    expect(await completedIn(enrolmentId)).toEqual(before)
    const events = await eventsAbout(caller, enrolmentId)
    expect(events.filter((verb) => verb === 'unit.complete')).toHaveLength(1)
    // The best score is the one that counts for the course.
    expect(await standingIn(caller)).toMatchObject({ score: 1, completedAt: before[0]?.completedAt })
    const { enrolments: report } = await getPersonReport(
      await callerFor(db, (await makePerson(db, { groupId, grants: [{ role: 'reviewer', of: null }] })).id),
      { person: caller.actor.id },
    )
    const told = report[0]?.units.find(({ id }) => id === unitId)
    expect(told).toMatchObject({ score: passed, attempts: [{ isPassed: true }, { isPassed: false }, { isPassed: true }] })
  })

  it('keeps the pace of any attempt: a pause after every third', async () => {
    const { caller } = await enrolled()
    await take(caller, everything)
    expect((await standingIn(caller))?.quiz?.state).toMatchObject({ kind: 'passed', again: { kind: 'ready', left: 2 } })
    for (const hours of [1, 2]) await take(later(caller, hours), poorly)
    await expect(startLab(later(caller, 3), place)).rejects.toMatchObject({ reason: 'lab_paused' })
    await expect(startLab(later(caller, 27), place)).resolves.toMatchObject({ number: 4 })
  })

  it('does not hold up the course, whose completion closes what is open', async () => {
    const { caller, enrolmentId } = await enrolled()
    const { attemptId: first } = await take(caller, everything)
    const { id: open } = await startLab(later(caller, 1), place)
    const badge = newestLab(labUnit.id) as Lab
    const { id: other } = await startLab(later(caller, 2), { courseId, unitId: labUnit.id })
    const { tasks, marks } = rightResponses(badge.tasks, badge.generate(await seedOf(other)).truth)
    const changes = [
      ...marks.map(({ row, reason }): Change => ({ do: 'mark', row, reason })),
      ...Object.entries(tasks).map(([task, one]): Change => ({ do: 'respond', task, given: one.given, certainty: one.certainty })),
    ]
    const { sequence } = await saveCaseFile(caller, { attemptId: other, sequence: 0, changes })
    await submitLab(later(caller, 3), { attemptId: other, sequence })
    const certified = await db
      .select()
      .from(completions)
      .where(and(eq(completions.enrolmentId, enrolmentId), isNull(completions.unitId)))
    expect(certified).toMatchObject([{ score: 1 }])
    expect((await db.select().from(enrolments).where(eq(enrolments.id, enrolmentId)))[0]).toMatchObject({ closedAs: 'completed', score: 1 })
    await expect(getLab(caller, { attemptId: open, language: 'en' })).rejects.toThrow('attempt')
    await expect(startLab(later(caller, 4), place)).rejects.toThrow('open enrolment')
    expect((await standingIn(caller))?.quiz).toMatchObject({ lastAttemptId: open, lastSubmittedId: first })
  })

  it('tells the plan that passed beside the later one, and to nobody else', async () => {
    const { caller } = await enrolled()
    const { model: earlier } = await take(caller, everything)
    const { attemptId, model } = await take(later(caller, 1), poorly)
    const { plan } = await getDebrief(caller, { attemptId, language: 'en' })
    expect(plan?.earlier?.submittedAt).toEqual(caller.now)
    const kept = plan?.earlier?.kept.length ?? 0
    expect(kept + (plan?.earlier?.dropped.length ?? 0)).toBe(bestPlan(earlier).rows.length)
    expect(kept + (plan?.earlier?.added.length ?? 0)).toBe(model.controls.slice(0, 1).length)
    await expect(getDebrief((await enrolled()).caller, { attemptId, language: 'en' })).rejects.toThrow('attempt')
  })
})
