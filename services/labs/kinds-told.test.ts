import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { attempts, responses } from '#db/schema/index'
import type { CourseVersion, LabWords, Language } from '#domain/catalogue/types'
import { dayAfter } from '#domain/labs/calendar'
import type { Change } from '#domain/labs/case-file'
import type { TaskDebrief } from '#domain/labs/lab-view'
import { findLab, labs, newestLab } from '#domain/labs/registry'
import { unseenReasons } from '#domain/labs/replayed'
import { rightResponse } from '#domain/labs/solve'
import type { Lab, TaskResponse } from '#domain/labs/types'
import { publishTestCourse, testCourseWith } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeOrganisation, makePerson } from '#testing/factories'
import { labUnit } from '#testing/labs/lab-course'
import { later } from '#testing/learner'
import type { Caller } from '../caller.ts'
import { startEnrolment } from '../enrolments/start-enrolment.ts'
import { saveCaseFile } from './save-case-file.ts'
import { startLab } from './start-lab.ts'
import { submitLab } from './submit-lab.ts'
import { getDebrief } from './view-debrief.ts'
import { getLab } from './view-lab.ts'

/** What the debrief tells of a plan and of a rule, and what an older version of a lab holds to be right: in the product's own labs. */

const { db } = await testDatabase()
let groupId: string

const courseOf = (unitId: string): string => `test-${unitId}`
/** A course of one of the product's labs, in a version of it. */
function courseWith(unitId: string, version?: number): CourseVersion {
  const unit = { ...labUnit, id: unitId, version: version ?? newestLab(unitId)?.version ?? 0, facts: [] }
  const words = { en: wordsOf(unitId, 'en'), ja: wordsOf(unitId, 'ja') }
  return testCourseWith({ id: courseOf(unitId), units: [{ ...unit, words }], facts: {} })
}
/** To compile all content would take longer than all of these tests. */
const wordsOf = (unitId: string, language: Language): LabWords =>
  parse(readFileSync(`content/units/${unitId}/lab.${language}.yaml`, 'utf8')) as LabWords

const learner = async (unitId: string): Promise<Caller> => {
  const caller = await callerFor(db, (await makePerson(db, { groupId })).id)
  await startEnrolment(caller, { courseId: courseOf(unitId) })
  return caller
}
const begin = async (caller: Caller, unitId: string) => {
  const { id } = await startLab(caller, { courseId: courseOf(unitId), unitId })
  const [row] = await db.select({ snapshot: attempts.snapshot }).from(attempts).where(eq(attempts.id, id))
  if (row?.snapshot.kind !== 'lab') throw new Error('no such attempt')
  const { seed, lab: pinned } = row.snapshot
  const lab = findLab(pinned.id, pinned.version) as Lab
  return { attemptId: id, seed, lab, ...lab.generate(seed) }
}
const give = async (caller: Caller, attemptId: string, given: Record<string, TaskResponse>) => {
  const changes = Object.entries(given).map(([task, one]): Change => ({ do: 'respond', task, given: one, certainty: 'fairly_sure' }))
  const { sequence } = await saveCaseFile(caller, { attemptId, sequence: 0, changes })
  await submitLab(caller, { attemptId, sequence })
}
const whole = { depth: null, maxArrayLength: null, maxStringLength: null }

beforeAll(async () => {
  groupId = (await makeOrganisation(db)).rootId
  for (const unitId of ['the-audit-budget', 'the-quiet-account']) await publishTestCourse(db, courseWith(unitId))
})

describe('the debrief of a plan', () => {
  const unitId = 'the-audit-budget'
  const ask = (caller: Caller, attemptId: string, language: 'en' | 'ja' = 'en') => getDebrief(caller, { attemptId, language })
  const fewRows = { rows: ['controls-1', 'controls-2'] }

  it('is told to nobody before it is given, and to nobody else after', async () => {
    const caller = await learner(unitId)
    const { attemptId } = await begin(caller, unitId)
    await expect(ask(caller, attemptId)).rejects.toThrow('debrief')
    await give(caller, attemptId, { plan: fewRows })
    await expect(ask(await learner(unitId), attemptId)).rejects.toThrow('attempt')
  })

  it('replays it: days that it saves, what it sees, and why the rest slipped through, in both languages', async () => {
    const caller = await learner(unitId)
    const { attemptId, seed, truth } = await begin(caller, unitId)
    const plan = truth.tasks['plan'] as Parameters<typeof rightResponse>[0] & { best: number }
    await give(caller, attemptId, { plan: rightResponse(plan) })
    for (const language of ['en', 'ja'] as const) {
      const { plan: told } = await ask(caller, attemptId, language)
      expect(told).toMatchObject({ yours: { isAffordable: true, most: 60, daysSaved: plan.best, best: plan.best }, earlier: null })
      expect(told?.yours).toEqual(told?.best)
      const incidents = told?.yours?.incidents ?? []
      expect(incidents).toHaveLength(3)
      for (const { day, seen, missed, noticedOn, daysSaved } of incidents) {
        expect([daysSaved, seen.length === 2]).toEqual([day === null ? 0 : noticedOn - day, day !== null])
        expect(missed.filter(({ why }) => !unseenReasons.includes(why))).toEqual([])
      }
      // Every code has become a word.
      const said = incidents.flatMap(({ firm, seen, missed }) => [
        firm,
        ...[...seen, ...missed].flatMap(({ trace, place }) => [trace, place]),
      ])
      expect(said.filter((word) => /^[a-z-]+$/u.test(word))).toEqual([])
      expect(inspect(told, whole)).not.toContain(seed)
    }
  })

  it('says so where no plan was given, and still tells of the best one', async () => {
    const caller = await learner(unitId)
    const { attemptId } = await begin(caller, unitId)
    await give(caller, attemptId, { board: { choice: 'more-money' } })
    const { plan } = await ask(caller, attemptId)
    expect(plan).toMatchObject({ yours: null, earlier: null })
    expect(plan?.best.daysSaved).toBeGreaterThan(0)
  })

  it('sets the plan that the same person gave last beside it, tried in the later world', async () => {
    const [caller, other] = [await learner(unitId), await learner(unitId)]
    const plans = [['controls-3'], ['controls-1', 'controls-2', 'controls-14'], ['controls-2', 'controls-5']]
    const ids: string[] = []
    for (const [hour, rows] of plans.entries()) {
      const now = later(caller, hour)
      const { attemptId } = await begin(now, unitId)
      await give(now, attemptId, { plan: { rows } })
      ids.push(attemptId)
      const { attemptId: elses } = await begin(later(other, hour), unitId)
      await give(later(other, hour), elses, { board: { choice: 'more-money' } })
    }
    const [first = '', second = '', third = ''] = ids
    expect((await ask(caller, first)).plan?.earlier).toBeNull()
    expect((await ask(caller, second)).plan?.earlier).toMatchObject({
      kept: [],
      added: { length: 3 },
      dropped: ['Alarm on contacts abroad'],
    })
    const { plan } = await ask(caller, third)
    expect(plan?.earlier).toMatchObject({
      submittedAt: later(caller, 1).now,
      kept: ['Check of server bills'],
      added: ['Review of cloud sign-ins'],
      dropped: ['Review of administrator sign-ins', 'Review of upload volumes'],
    })
    const gained = Object.values(plan?.earlier?.gained ?? {}).reduce((sum, days) => sum + days, 0)
    expect(gained).toBe((plan?.yours?.daysSaved ?? 0) - (plan?.earlier?.plan.daysSaved ?? 0))
    expect(plan?.earlier?.plan.incidents.map(({ firm }) => firm)).toEqual(plan?.yours?.incidents.map(({ firm }) => firm))
  })

  it('leaves out a plan that was made of other controls, in another version of the lab', async () => {
    const caller = await learner(unitId)
    const { attemptId: first, lab } = await begin(caller, unitId)
    labs.push({ ...lab, version: 0 })
    onTestFinished(() => void labs.pop())
    await db.$client.query(`update attempts set snapshot = jsonb_set(snapshot, '{lab,version}', '0') where id = '${first}'`)
    await give(caller, first, { plan: fewRows })
    const { attemptId } = await begin(later(caller, 1), unitId)
    await give(later(caller, 1), attemptId, { plan: fewRows })
    expect((await ask(caller, attemptId)).plan).toMatchObject({ yours: { most: 60 }, earlier: null })
  })
})

describe('a rule that is tuned', () => {
  const unitId = 'the-quiet-account'

  it('comes to the page with nothing of the truth; the debrief holds it against what was there', async () => {
    const caller = await learner(unitId)
    const { attemptId, lab, truth } = await begin(caller, unitId)
    const { tasks } = await getLab(caller, { attemptId, language: 'en' })
    const task = tasks.find(({ kind }) => kind === 'rule')
    expect(Object.keys(task ?? {}).toSorted()).toEqual(['id', 'isUnknowableOffered', 'kind', 'prompt', 'settings', 'short', 'tuned'])
    const ids = task?.kind === 'rule' ? [task.tuned?.account, task.tuned?.rows] : []
    expect(ids.map((id) => lab.tasks.find((one) => one.id === id)?.kind)).toEqual(['value', 'rows'])
    await give(caller, attemptId, { rule: { rule: { threshold: 800, window: 1, hours: 6 } } })
    const told = (await getDebrief(caller, { attemptId, language: 'en' })).tasks.find(({ id }) => id === 'rule') as TaskDebrief
    const names = (words: typeof told.given) => (words && 'lines' in words ? words.lines.map((line) => line.split(' ')[0]) : [])
    expect([names(told.given), names(told.right)]).toEqual(Array(2).fill(['Files,', 'Within', 'Hours']))
    const best = truth.steps.find(({ id }) => id === 'a-rule')?.values
    expect(told.rule).toMatchObject({ yours: { night: null }, best: { night: best?.['night'], falseAlarms: best?.['falseAlarms'] } })
  })

  it('is told of no other task, and as not given where it was not', async () => {
    const caller = await learner(unitId)
    const { attemptId } = await begin(caller, unitId)
    await give(caller, attemptId, { left: { isUnknowable: true } })
    const { tasks, plan } = await getDebrief(caller, { attemptId, language: 'ja' })
    expect(plan).toBeNull()
    expect(tasks.map(({ id, rule }) => [id, rule?.yours])).toContainEqual(['rule', null])
    expect(tasks.filter(({ rule }) => rule).map(({ id }) => id)).toEqual(['rule'])
  })
})

describe('an attempt made with an older version', () => {
  const unitId = 'five-names-one-hand'

  it('is scored by what that version holds to be right, whatever is published since', async () => {
    await publishTestCourse(db, courseWith(unitId, 1))
    const [old, now] = [await learner(unitId), await callerFor(db, (await makePerson(db, { groupId })).id)]
    const first = await begin(old, unitId)
    await publishTestCourse(db, courseWith(unitId))
    await startEnrolment(now, { courseId: courseOf(unitId) })
    const second = await begin(now, unitId)
    expect([first.lab.version, second.lab.version]).toEqual([1, 2])
    const worthOfDayBefore = async (caller: Caller, { attemptId, truth }: typeof first) => {
      const { first: right } = truth.tasks
      const signed = right?.kind === 'time' ? String(right.value) : ''
      await give(caller, attemptId, { first: { time: dayAfter(signed.slice(0, 10), -1) } })
      const [response] = await db.select().from(responses).where(eq(responses.attemptId, attemptId))
      return response?.score
    }
    expect([await worthOfDayBefore(old, first), await worthOfDayBefore(now, second)]).toEqual([0, 1])
  })
})
