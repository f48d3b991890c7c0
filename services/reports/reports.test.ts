import { beforeAll, describe, expect, test } from 'vitest'
import { attempts, completions } from '#db/schema/index'
import { assignedIn } from '#domain/reports/counts'
import { publishTestCourse, testCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { anonymous, callerFor, type GroupMade, makeGroup, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { type EnrolmentMade, makeHistories } from '#testing/histories'
import { Forbidden, NotFound } from '../errors.ts'
import { newId } from '../new-id.ts'
import { getCompletionReport, getGroupReport } from './completion-report.ts'
import { getOverview } from './get-overview.ts'
import { getPersonReport } from './get-person-report.ts'

const { db } = await testDatabase()
const course = testCourse.id
let root: GroupMade
let works: GroupMade
let press: GroupMade
let office: GroupMade
let made: EnrolmentMade[]

const personHolding = (...grants: { role: 'reviewer' | 'auditor' | 'admin' | 'owner'; of: string | null }[]) =>
  makePerson(db, { groupId: root.id, grants }).then(({ id }) => callerFor(db, id))

beforeAll(async () => {
  const { rootId } = await makeOrganisation(db)
  root = { id: rootId, path: [rootId] }
  works = await makeGroup(db, root, 'Works')
  press = await makeGroup(db, works, 'Press')
  office = await makeGroup(db, root, 'Office')
})

describe('refuses', () => {
  test('whoever may not read reports', async () => {
    for (const caller of [await personHolding(), await personHolding({ role: 'owner', of: null }), anonymous(db)])
      for (const ask of [getOverview, getCompletionReport]) await expect(ask(caller, {})).rejects.toThrow(Forbidden)
  })
})

test('before anybody is assigned there is no course to report, and nothing fails', async () => {
  const overview = await getOverview(await personHolding({ role: 'reviewer', of: null }), {})
  expect(overview).toMatchObject({ scope: { course: null, courses: [] }, groupRows: [], answer: { done: 0, expected: 0 } })
})

describe('with people enrolled', () => {
  beforeAll(async () => {
    made = await makeHistories(db, { groupIds: [root.id, works.id, press.id, office.id], course: await publishTestCourse(db), count: 200 })
  })

  test('whoever is from another branch sees nothing of this one, in any report', async () => {
    const elsewhere = await makeGroup(db, root, 'Elsewhere')
    const caller = await personHolding({ role: 'reviewer', of: elsewhere.id }, { role: 'admin', of: elsewhere.id })
    expect(await getOverview(caller, {})).toMatchObject({ scope: { course: null, groups: [{ id: elsewhere.id }] }, groupRows: [] })
    await expect(getOverview(caller, { course })).rejects.toThrow(NotFound)
    await expect(getOverview(caller, { group: works.id })).rejects.toThrow(NotFound)
    await expect(getCompletionReport(caller, { course })).rejects.toThrow(NotFound)
    await expect(getGroupReport(caller, { group: works.id })).rejects.toThrow(NotFound)
    await expect(getPersonReport(caller, { person: made[0]?.personId })).rejects.toThrow(NotFound)
  })

  test('a branch reviewer sees the branch and nobody else: lists, counts, groups and people', async () => {
    const caller = await personHolding({ role: 'reviewer', of: works.id })
    const whole = await personHolding({ role: 'reviewer', of: null })
    const [branch, all] = [await getOverview(caller, {}), await getOverview(whole, {})]
    const row = all.groupRows.find(({ groupId }) => groupId === works.id)
    expect(branch.total).toEqual(row?.counts)
    expect(branch.scope.groups.map(({ name }) => name)).toEqual(['Works', 'Press'])
    expect(branch.groupRows.map(({ name, isDirect }) => [name, isDirect]).sort()).toEqual([
      ['Press', false],
      ['Works', true],
    ])
    const list = await getCompletionReport(caller, { course })
    expect(list.found).toBe(assignedIn(branch.total))
    expect(new Set(list.rows.map(({ groupName }) => groupName))).toEqual(new Set(['Works', 'Press']))
    const inOffice = (await getCompletionReport(whole, { course, group: office.id })).rows[0]
    expect((await getCompletionReport(whole, { course, search: inOffice?.name })).found).toBe(1)
    expect((await getCompletionReport(caller, { course, search: inOffice?.name })).found).toBe(0)
    const outside = made.find(({ groupId }) => groupId === office.id)
    await expect(getPersonReport(caller, { person: outside?.personId })).rejects.toThrow(NotFound)
  })

  test('lists what needs attention first, page after page, each person once', async () => {
    const caller = await personHolding({ role: 'auditor', of: null })
    const first = await getCompletionReport(caller, { course })
    expect(first.pages).toBe(Math.ceil(first.found / 50))
    const pages = await Promise.all(
      Array.from({ length: first.pages }, (_, index) => getCompletionReport(caller, { course, page: index + 1 })),
    )
    const rows = pages.flatMap((page) => page.rows)
    expect(new Set(rows.map(({ personId }) => personId)).size).toBe(first.found)
    const order = ['overdue', 'due_later', 'paused', 'left', 'waived', 'completed']
    expect(rows.map(({ status }) => order.indexOf(status))).toEqual(rows.map(({ status }) => order.indexOf(status)).sort((a, b) => a - b))
    const overdue = rows.filter(({ status }) => status === 'overdue').map(({ dueOn }) => dueOn)
    expect(overdue).toEqual([...overdue].sort())
    expect((await getCompletionReport(caller, { course, status: 'overdue' })).found).toBe(overdue.length)
  })

  test('a search takes its signs as they are', async () => {
    const caller = await personHolding({ role: 'reviewer', of: null })
    for (const search of ['%', '_', '\\', "'"]) expect((await getCompletionReport(caller, { course, search })).found, search).toBe(0)
  })

  test('only who may export what is shown is offered it', async () => {
    const offered = async (group: string | null, ...grants: Parameters<typeof personHolding>) =>
      (await getOverview(await personHolding(...grants), { group })).scope.mayExport
    expect(await offered(null, { role: 'reviewer', of: null })).toBe(true)
    expect(await offered(null, { role: 'admin', of: null })).toBe(false)
    expect(await offered(null, { role: 'admin', of: null }, { role: 'reviewer', of: works.id })).toBe(false)
    expect(await offered(press.id, { role: 'admin', of: null }, { role: 'reviewer', of: works.id })).toBe(true)
  })

  test('a person’s report shows every cycle with attempts and completions, and no response', async () => {
    const enrolment = made.find(({ cycle, closedAs }) => cycle === 2 && closedAs === null)
    if (!enrolment) throw new Error('no second cycle')
    const [lesson, quiz] = testCourse.units
    const snapshot = { seed: 's', masteryScore: 0.8, feedback: 'each' as const, questions: [] }
    await db.insert(completions).values({
      id: newId(),
      enrolmentId: enrolment.id,
      personId: enrolment.personId,
      courseId: course,
      unitId: lesson?.id,
      version: lesson?.hash ?? '',
      completedAt: testNow,
    })
    await db.insert(attempts).values({
      id: newId(),
      enrolmentId: enrolment.id,
      unitId: quiz?.id ?? '',
      number: 1,
      status: 'submitted',
      courseVersion: testCourse.hash,
      unitVersion: quiz?.hash ?? '',
      language: 'en',
      snapshot,
      startedAt: testNow,
      submittedAt: testNow,
      score: 0.5,
      isPassed: false,
    })
    const report = await getPersonReport(await personHolding({ role: 'reviewer', of: null }), { person: enrolment.personId })
    const shown = report.enrolments.find(({ cycle }) => cycle === 2)
    expect(report.enrolments.length).toBe(made.filter(({ personId }) => personId === enrolment.personId).length)
    expect(shown?.units).toMatchObject([
      { id: lesson?.id, kind: 'lesson', completedAt: testNow, attempts: [] },
      { id: quiz?.id, kind: 'quiz', completedAt: null, attempts: [{ number: 1, status: 'submitted', score: 0.5, isPassed: false }] },
    ])
    expect(JSON.stringify(report)).not.toMatch(/snapshot|correct|seed/)
  })
})
