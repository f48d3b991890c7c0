import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { auditDetails, auditEvents, enrolments, people } from '#db/schema/index'
import { brakes } from '#domain/brakes/brake'
import { reachOf } from '#domain/policy'
import { ReportFilter } from '#domain/reports/filter'
import { publishTestCourse, testCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { anonymous, callerFor, type GroupMade, makeGroup, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { makeHistories } from '#testing/histories'
import { Forbidden, InvalidInput, NotFound } from '../errors.ts'
import { newId } from '../new-id.ts'
import { getCompletionReport } from './completion-report.ts'
import { exportCompletion } from './export-completion.ts'
import { exportLines } from './export-lines.ts'
import { readScope } from './scope.ts'

const { db } = await testDatabase()
const course = testCourse.id
let root: GroupMade
let works: GroupMade
let office: GroupMade
let reviewerId: string
let branchReviewerId: string

beforeAll(async () => {
  const { rootId } = await makeOrganisation(db)
  root = { id: rootId, path: [rootId] }
  works = await makeGroup(db, root, 'Works')
  office = await makeGroup(db, root, 'Office')
  await makeHistories(db, { groupIds: [works.id, office.id], course: await publishTestCourse(db), count: 2300 })
  reviewerId = (await makePerson(db, { groupId: root.id, grants: [{ role: 'reviewer', of: null }] })).id
  branchReviewerId = (await makePerson(db, { groupId: root.id, grants: [{ role: 'reviewer', of: works.id }] })).id
})

const events = () => db.select().from(auditEvents).where(eq(auditEvents.verb, 'report.export'))

async function linesOf(csv: AsyncIterable<string>): Promise<string[]> {
  let text = ''
  for await (const part of csv) text += part
  expect(text.endsWith('\r\n')).toBe(true)
  return text.slice(0, -2).split('\r\n')
}

describe('refuses', () => {
  test('whoever may not export, before anything is read or recorded', async () => {
    const admin = await makePerson(db, {
      groupId: root.id,
      grants: [
        { role: 'admin', of: null },
        { role: 'owner', of: null },
      ],
    })
    const learner = await makePerson(db, { groupId: root.id })
    for (const caller of [await callerFor(db, admin.id), await callerFor(db, learner.id), anonymous(db)])
      await expect(exportCompletion(caller, { course })).rejects.toThrow(Forbidden)
    expect(await events()).toEqual([])
  })
  test('a group or a course out of reach, as if it did not exist', async () => {
    const caller = await callerFor(db, branchReviewerId)
    await expect(exportCompletion(caller, { course, group: office.id })).rejects.toThrow(NotFound)
    await expect(exportCompletion(caller, { course, group: root.id })).rejects.toThrow(NotFound)
    await expect(exportCompletion(caller, { course: 'no-such-course' })).rejects.toThrow(NotFound)
    await expect(exportCompletion(caller, {})).rejects.toThrow(InvalidInput)
    expect(await events()).toEqual([])
  })
})

describe('an export', () => {
  test('is recorded, with filter and number of rows, before its first line is read', async () => {
    const report = await getCompletionReport(await callerFor(db, branchReviewerId), { course, status: 'overdue', search: 'Person 0' })
    const made = await exportCompletion(await callerFor(db, branchReviewerId), { course, status: 'overdue', search: 'Person 0' })
    const [event] = await events()
    expect(event).toMatchObject({ at: testNow, actorId: branchReviewerId, subjectKind: 'course', subjectId: course, groupId: works.id })
    const [details] = await db
      .select()
      .from(auditDetails)
      .where(eq(auditDetails.eventId, event?.id ?? ''))
    expect(details?.details).toEqual({ rows: report.found, group: null, status: 'overdue', search: 'Person 0' })
    expect(await linesOf(made.csv)).toHaveLength(1 + report.found)
    expect(made.fileName).toBe('the-lost-badge-2026-11-22.csv')
  })

  test('is the same in one batch as in many', async () => {
    const { actor } = await callerFor(db, reviewerId)
    const scope = await readScope(
      { db, actor, now: testNow, reach: reachOf(actor, 'report.export') },
      { ...ReportFilter.parse({}), course },
    )
    const whole = await Array.fromAsync(exportLines(db, scope, 'en', 20_000))
    const parts = await Array.fromAsync(exportLines(db, scope, 'en', 500))
    expect(whole).toHaveLength(1)
    expect(parts.length).toBeGreaterThan(3)
    expect(parts.join('')).toBe(whole.join(''))
  })

  test('has every row of the report once, and of a branch nobody else', async () => {
    const all = await exportCompletion(await callerFor(db, reviewerId), { course })
    const lines = await linesOf(all.csv)
    expect(lines).toHaveLength(1 + all.rows)
    expect(new Set(lines.map((line) => line.split(',').at(-1)))).toHaveLength(1 + all.rows)
    expect(all.rows).toBeGreaterThan(2000)

    const branch = await linesOf((await exportCompletion(await callerFor(db, branchReviewerId), { course })).csv)
    expect(branch.slice(1).every((line) => line.includes(',Works,'))).toBe(true)
    expect(branch).toHaveLength(1 + lines.filter((line) => line.includes(' / Works,')).length)
  })

  test('is UTF-8 with its mark, quoted, in the language of who asks, and no cell begins a formula', async () => {
    const [version] = await db.select().from(enrolments).limit(1)
    const bad = ['=1+1', '+1', '-1', '@sum', '\tx', '\rx', 'Sato, "Ken"\r\nJr']
    for (const name of bad) {
      const id = newId()
      await db
        .insert(people)
        .values({ id, name, sortName: name, homeGroupId: office.id, language: 'en', createdAt: testNow, email: `=${id}@x.example` })
      await db.insert(enrolments).values({
        id: newId(),
        personId: id,
        courseId: course,
        courseVersion: version?.courseVersion ?? '',
        cycle: 1,
        enrolledAt: new Date('2026-11-01T15:30:00Z'),
        dueOn: '2026-11-30',
        dueAt: new Date('2026-11-30T14:59:59.999Z'),
      })
    }
    const reader = await makePerson(db, { groupId: root.id, language: 'ja', grants: [{ role: 'reviewer', of: null }] })
    const made = await exportCompletion(await callerFor(db, reader.id), { course, group: office.id })
    let text = ''
    for await (const part of made.csv) text += part
    expect(text.startsWith('\uFEFF氏名,社員番号,')).toBe(true)
    expect(text.indexOf('\uFEFF', 1)).toBe(-1)
    for (const name of bad.slice(0, 4)) expect(text).toContain(`\r\n'${name},`)
    expect(text).toContain(`'\tx,`)
    expect(text).toContain(`\r\n"'\rx",,'=`)
    expect(text).toContain('"Sato, ""Ken""\r\nJr"')
    expect(text).toContain('期限前,2026-11-02T00:30:00+09:00,2026-11-30,')
    expect(text).not.toMatch(/(^|,|\r\n)"?[=+@\t]/)
  })
})

test('exports are slowed down for one person, and what is refused leaves no record', async () => {
  const { id } = await makePerson(db, { groupId: root.id, grants: [{ role: 'reviewer', of: null }] })
  const caller = await callerFor(db, id)
  const ask = () => exportCompletion(caller, { course })
  for (let count = 0; count < brakes.exportByPerson.burst; count += 1) await ask()
  const before = (await events()).length
  await expect(ask()).rejects.toMatchObject({ reason: 'too_fast' })
  expect(await events()).toHaveLength(before)
})
