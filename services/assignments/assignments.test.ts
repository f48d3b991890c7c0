// One file, because all of it works on the one world that is made at its beginning.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { enrolments, extensions, listMembers, lists, people, waivers } from '#db/schema/index'
import { dayOf } from '#domain/calendar'
import { extendEnrolment } from '#services/enrolments/extend-enrolment'
import { waiveEnrolment } from '#services/enrolments/waive-enrolment'
import { Conflict, Forbidden, NotFound } from '#services/errors'
import { newId } from '#services/new-id'
import { recordLeave } from '#services/people/record-leave'
import { removeLeave } from '#services/people/remove-leave'
import { lastEvent } from '#testing/audit'
import { publishTestCourse, testCourseWith } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeGroup, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { cancelAssignment } from './cancel-assignment.ts'
import { createAssignment } from './create-assignment.ts'
import { extendAssignment } from './extend-assignment.ts'
import { getAssignment } from './get-assignment.ts'
import { listAssignments } from './list-assignments.ts'
import { previewAssignment } from './preview-assignment.ts'

const { db } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const root = { id: rootId, path: [rootId] }
const nagoya = await makeGroup(db, root, 'Nagoya works')
const osaka = await makeGroup(db, root, 'Osaka works')
const as = async (role: 'admin' | 'reviewer' | 'owner', of: string | null) =>
  callerFor(db, (await makePerson(db, { groupId: rootId, grants: [{ role, of }] })).id)
const admin = await as('admin', null)
const nagoyaAdmin = await as('admin', nagoya.id)
const osakaAdmin = await as('admin', osaka.id)
const reviewer = await as('reviewer', null)
const owner = await as('owner', null)

const dueOn = '2026-12-18'
const nobody = { isEveryone: false, groupIds: [], listIds: [], personIds: [] }
let counter = 0
/** A course of its own for each test, so that tests meet no enrolment but their own. */
async function freshCourse(): Promise<string> {
  counter += 1
  return (await publishTestCourse(db, testCourseWith({ id: `course-${counter}` }))).id
}
async function freshGroup(size: number, parent = nagoya) {
  const group = await makeGroup(db, parent)
  const ids: string[] = []
  for (let index = 0; index < size; index += 1) ids.push((await makePerson(db, { groupId: group.id })).id)
  return { ...group, ids }
}
const openOf = async (personId: string, courseId: string) => {
  const [row] = await db
    .select()
    .from(enrolments)
    .where(and(eq(enrolments.personId, personId), eq(enrolments.courseId, courseId), isNull(enrolments.closedAt)))
  return row
}
const enrolmentOf = async (personId: string, courseId: string) => {
  const row = await openOf(personId, courseId)
  if (!row) throw new Error('not enrolled')
  return row
}

describe('creating an assignment', () => {
  it('is refused below the permission, out of the branch, and across branches', async () => {
    const courseId = await freshCourse()
    const group = await freshGroup(1)
    const wish = { courseId, audience: { ...nobody, groupIds: [group.id] }, dueOn }
    for (const verb of [createAssignment, previewAssignment]) {
      for (const caller of [reviewer, owner]) await expect(verb(caller, wish)).rejects.toThrow(Forbidden)
      await expect(verb(osakaAdmin, wish)).rejects.toThrow(NotFound)
      await expect(verb(nagoyaAdmin, { ...wish, audience: { ...nobody, personIds: [osakaAdmin.actor.id] } })).rejects.toThrow(NotFound)
      const everyone = { ...wish, audience: { ...nobody, isEveryone: true } }
      await expect(verb(nagoyaAdmin, everyone)).rejects.toThrow(new Conflict('audience_out_of_reach'))
      await expect(verb(nagoyaAdmin, { ...wish, courseId: 'no-such' })).rejects.toThrow(NotFound)
      await expect(verb(nagoyaAdmin, { ...wish, dueOn: '2026-11-21' })).rejects.toMatchObject({ fields: { dueOn: 'past' } })
      await expect(verb(nagoyaAdmin, { ...wish, audience: nobody })).rejects.toMatchObject({ fields: { audience: 'audience' } })
    }
    const twoBranches = await callerFor(
      db,
      (
        await makePerson(db, {
          groupId: rootId,
          grants: [
            { role: 'admin', of: nagoya.id },
            { role: 'admin', of: osaka.id },
          ],
        })
      ).id,
    )
    const both = { ...wish, audience: { ...nobody, groupIds: [nagoya.id, osaka.id] } }
    await expect(createAssignment(twoBranches, both)).rejects.toThrow(new Conflict('audience_spans_branches'))
  })

  it('refuses a list that holds somebody out of reach', async () => {
    const courseId = await freshCourse()
    const listId = newId()
    await db.insert(lists).values({ id: listId, name: listId, groupId: nagoya.id, createdAt: testNow })
    await db.insert(listMembers).values({ listId, personId: osakaAdmin.actor.id, addedAt: testNow })
    const wish = { courseId, audience: { ...nobody, listIds: [listId] }, dueOn }
    await expect(previewAssignment(nagoyaAdmin, wish)).rejects.toThrow(new Conflict('audience_out_of_reach'))
    await expect(createAssignment(osakaAdmin, wish)).rejects.toThrow(NotFound)
    await expect(createAssignment(admin, wish)).resolves.toMatchObject({ counts: { enrolled: 1 } })
  })

  it('orders each course of a track by an assignment of its own, all of them or none', async () => {
    const [first, second, third] = [await freshCourse(), await freshCourse(), await freshCourse()]
    const group = await freshGroup(2)
    const wish = { courseId: first, otherCourseIds: [second, third, second], audience: { ...nobody, groupIds: [group.id] }, dueOn }
    await expect(createAssignment(nagoyaAdmin, { ...wish, otherCourseIds: [second, 'no-such'] })).rejects.toThrow(NotFound)
    expect(await openOf(group.ids[0] ?? '', first)).toBeUndefined()
    // Whoever has everything of a course already is left as they are, and that course gets no assignment.
    await createAssignment(nagoyaAdmin, { courseId: second, audience: wish.audience, dueOn })
    const preview = await previewAssignment(nagoyaAdmin, wish)
    expect([preview, ...preview.others].map(({ counts }) => [counts.enrolled, counts.date_kept])).toEqual([
      [2, 0],
      [0, 2],
      [2, 0],
    ])
    const { made, assignmentId } = await createAssignment(nagoyaAdmin, wish)
    expect(made.map(({ courseId, counts }) => [courseId, counts.enrolled])).toEqual([
      [first, 2],
      [third, 2],
    ])
    expect(made[0]?.assignmentId).toBe(assignmentId)
    for (const personId of group.ids) expect((await enrolmentOf(personId, third)).assignmentId).toBe(made[1]?.assignmentId)
    await expect(createAssignment(nagoyaAdmin, wish)).rejects.toThrow(new Conflict('nobody_to_enrol'))
  })

  it('does exactly what the preview said, each person once however often named', async () => {
    const courseId = await freshCourse()
    const group = await freshGroup(3)
    const inner = await freshGroup(2, group)
    const single = await makePerson(db, { groupId: nagoya.id })
    const gone = await makePerson(db, { groupId: inner.id, deactivatedAt: testNow })
    const listId = newId()
    await db.insert(lists).values({ id: listId, name: listId, groupId: nagoya.id, createdAt: testNow })
    await db.insert(listMembers).values([inner.ids[0] ?? '', single.id].map((personId) => ({ listId, personId, addedAt: testNow })))
    const audience = { ...nobody, groupIds: [group.id, inner.id], listIds: [listId], personIds: [single.id, group.ids[0]] }
    const wish = { courseId, audience, dueOn }
    const preview = await previewAssignment(nagoyaAdmin, wish)
    expect(preview).toMatchObject({ meant: 7, counts: { enrolled: 6, left_out: 1 }, leftOut: { inactive: 1, done: 0 } })
    expect(new Set(preview.rows.map((row) => row.personId)).size).toBe(7)
    const made = await createAssignment(nagoyaAdmin, wish)
    expect(made).toMatchObject({ counts: preview.counts, groupId: nagoya.id })
    expect((await openOf(single.id, courseId))?.dueAt).toEqual(new Date('2026-12-18T14:59:59.999Z'))
    expect(await openOf(gone.id, courseId)).toBeUndefined()
    const event = await lastEvent(db, 'assignment.create')
    expect(event).toMatchObject({ subjectId: made.assignmentId, groupId: nagoya.id, details: { courseId, enrolled: 6 } })
    await expect(createAssignment(nagoyaAdmin, wish)).rejects.toThrow(new Conflict('nobody_to_enrol'))
    expect(await previewAssignment(nagoyaAdmin, wish)).toMatchObject({ counts: { enrolled: 0, date_kept: 6, left_out: 1 } })
  })

  it('keeps dates, gives one where there is none, leaves out who has completed, and begins a new cycle after a cancellation', async () => {
    const courseId = await freshCourse()
    const group = await freshGroup(4)
    const [dated, dateless, done, cancelled] = group.ids as [string, string, string, string]
    const base = { courseId, courseVersion: testCourseWith({ id: courseId }).hash, enrolledAt: testNow, cycle: 1 }
    const dates = { dueOn: '2026-11-27', dueAt: testNow }
    await db.insert(enrolments).values([
      { ...base, id: newId(), personId: dated, ...dates },
      { ...base, id: newId(), personId: dateless },
      { ...base, id: newId(), personId: done, closedAt: testNow, closedAs: 'completed' },
      { ...base, id: newId(), personId: cancelled, closedAt: testNow, closedAs: 'cancelled' },
    ])
    const wish = { courseId, audience: { ...nobody, groupIds: [group.id] }, dueOn }
    const counts = { enrolled: 1, date_set: 1, date_kept: 1, left_out: 1 }
    expect((await previewAssignment(nagoyaAdmin, wish)).counts).toEqual(counts)
    const { assignmentId, ...made } = await createAssignment(nagoyaAdmin, wish)
    expect(made.counts).toEqual(counts)
    expect(await openOf(dated, courseId)).toMatchObject({ dueOn: '2026-11-27', assignmentId: null })
    expect(await openOf(dateless, courseId)).toMatchObject({ dueOn, assignmentId })
    expect(await openOf(done, courseId)).toBeUndefined()
    expect(await openOf(cancelled, courseId)).toMatchObject({ cycle: 2, assignmentId })
  })

  it('enrols each person once when two admins assign the same at the same moment', async () => {
    const courseId = await freshCourse()
    const group = await freshGroup(12)
    const wish = { courseId, audience: { ...nobody, groupIds: [group.id] }, dueOn }
    const both = await Promise.allSettled([createAssignment(admin, wish), createAssignment(nagoyaAdmin, wish)])
    expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((each) => each.status === 'rejected')?.reason).toEqual(new Conflict('nobody_to_enrol'))
    expect(await db.$count(enrolments, eq(enrolments.courseId, courseId))).toBe(12)
  })

  it('takes ten thousand people in one go', async () => {
    const courseId = await freshCourse()
    const group = await makeGroup(db, osaka)
    await db.execute(sql`insert into people (id, name, sort_name, employee_number, home_group_id, language, created_at)
      select gen_random_uuid(), 'Person ' || n, 'Person ' || n, 'T' || n, ${group.id}::uuid, 'en', ${testNow.toISOString()}::timestamptz from generate_series(1, 10000) n`)
    const wish = { courseId, audience: { ...nobody, groupIds: [group.id] }, dueOn: null }
    expect((await createAssignment(admin, wish)).counts.enrolled).toBe(10_000)
    await db.update(people).set({ deactivatedAt: testNow }).where(eq(people.homeGroupId, group.id))
  })
})

describe('an assignment', () => {
  const assigned = async (size = 3) => {
    const courseId = await freshCourse()
    const group = await freshGroup(size)
    const { assignmentId } = await createAssignment(nagoyaAdmin, { courseId, audience: { ...nobody, groupIds: [group.id] }, dueOn })
    return { courseId, assignmentId, ids: group.ids as [string, string, ...string[]] }
  }

  it('is seen, extended and cancelled within its branch only', async () => {
    const { assignmentId, courseId, ids } = await assigned()
    const { id: enrolmentId } = await enrolmentOf(ids[0], courseId)
    const later = { dueOn: '2027-01-15', reason: 'workload', note: '' }
    const verbs = [
      [getAssignment, { assignmentId }],
      [cancelAssignment, { assignmentId }],
      [extendAssignment, { assignmentId, ...later }],
      [extendEnrolment, { enrolmentId, ...later }],
      [waiveEnrolment, { enrolmentId, reason: 'other', note: '' }],
    ] as const
    for (const [verb, input] of verbs) {
      await expect(verb(reviewer, input)).rejects.toThrow(Forbidden)
      await expect(verb(osakaAdmin, input)).rejects.toThrow(NotFound)
    }
    await expect(listAssignments(reviewer, {})).rejects.toThrow(Forbidden)
    expect((await listAssignments(osakaAdmin, {})).rows.map((row) => row.id)).not.toContain(assignmentId)
  })

  it('tells how it stands: done, open, overdue', async () => {
    const { assignmentId, ids, courseId } = await assigned()
    await waiveEnrolment(nagoyaAdmin, { enrolmentId: (await enrolmentOf(ids[0], courseId)).id, reason: 'earlier_training', note: '' })
    const later = { ...nagoyaAdmin, now: new Date('2026-12-20T00:00:00Z') }
    const { rows } = await listAssignments(later, {})
    expect(rows.find((row) => row.id === assignmentId)).toMatchObject({ done: 1, open: 2, overdue: 2, dueOn, singlePeople: 0 })
    const view = await getAssignment(later, { assignmentId, tab: 'overdue' })
    expect(view).toMatchObject({ counts: { any: 3, open: 2, overdue: 2, done: 1 }, audiences: [{ kind: 'group' }] })
    expect(view.rows.map((row) => row.status)).toEqual(['overdue', 'overdue'])
  })

  it('is cancelled: open enrolments close, what is done stays', async () => {
    const { assignmentId, ids, courseId } = await assigned()
    const waived = await enrolmentOf(ids[0], courseId)
    await waiveEnrolment(nagoyaAdmin, { enrolmentId: waived.id, reason: 'other', note: '' })
    expect(await cancelAssignment(nagoyaAdmin, { assignmentId })).toEqual({ cancelled: 2 })
    expect(await lastEvent(db, 'assignment.cancel')).toMatchObject({ subjectId: assignmentId, details: { cancelled: 2 } })
    expect(await openOf(ids[1], courseId)).toBeUndefined()
    const [kept] = await db.select().from(enrolments).where(eq(enrolments.id, waived.id))
    expect(kept?.closedAs).toBe('waived')
    await expect(cancelAssignment(nagoyaAdmin, { assignmentId })).rejects.toThrow(new Conflict('assignment_cancelled'))
  })

  it('is extended for one: later, not past, recorded with its reason', async () => {
    const { ids, courseId } = await assigned()
    const { id: enrolmentId } = await enrolmentOf(ids[0], courseId)
    const extend = (day: string) => extendEnrolment(nagoyaAdmin, { enrolmentId, dueOn: day, reason: 'absence', note: 'Field work' })
    await expect(extend(dueOn)).rejects.toMatchObject({ fields: { dueOn: 'not_later' } })
    await expect(extend('2026-11-01')).rejects.toMatchObject({ fields: { dueOn: 'past' } })
    await extend('2027-01-15')
    expect(await openOf(ids[0], courseId)).toMatchObject({ dueOn: '2027-01-15', dueAt: new Date('2027-01-15T14:59:59.999Z') })
    const [record] = await db.select().from(extensions).where(eq(extensions.enrolmentId, enrolmentId))
    expect(record).toMatchObject({ fromDueOn: dueOn, toDueOn: '2027-01-15', reason: 'absence' })
    expect((await lastEvent(db, 'extension.decide'))?.details).toMatchObject({ from: dueOn, note: 'Field work' })
  })

  it('is extended for all who have less time', async () => {
    const { assignmentId, ids, courseId } = await assigned()
    const { id: enrolmentId } = await enrolmentOf(ids[0], courseId)
    await extendEnrolment(nagoyaAdmin, { enrolmentId, dueOn: '2027-03-01', reason: 'absence', note: '' })
    const wish = { assignmentId, dueOn: '2027-01-15', reason: 'technical', note: '' }
    expect(await extendAssignment(nagoyaAdmin, wish)).toEqual({ moved: 2 })
    expect(await lastEvent(db, 'extension.decide_all')).toMatchObject({ subjectId: assignmentId, details: { moved: 2 } })
    expect(await openOf(ids[0], courseId)).toMatchObject({ dueOn: '2027-03-01' })
    expect(await openOf(ids[1], courseId)).toMatchObject({ dueOn: '2027-01-15' })
    await expect(extendAssignment(nagoyaAdmin, wish)).rejects.toThrow(new Conflict('nobody_to_extend'))
  })

  it('is waived for one, once, and never by oneself', async () => {
    const courseId = await freshCourse()
    const audience = { ...nobody, personIds: [admin.actor.id] }
    await createAssignment(admin, { courseId, audience, dueOn })
    const { id: enrolmentId } = await enrolmentOf(admin.actor.id, courseId)
    await expect(waiveEnrolment(admin, { enrolmentId, reason: 'other', note: '' })).rejects.toThrow(new Conflict('own_waiver'))
    const later = { enrolmentId, dueOn: '2027-01-15', reason: 'other', note: '' }
    await expect(extendEnrolment(admin, later)).rejects.toThrow(new Conflict('own_extension'))
    const another = await as('admin', null)
    await expect(waiveEnrolment(another, { enrolmentId })).rejects.toMatchObject({ fields: { reason: 'choose' } })
    await waiveEnrolment(another, { enrolmentId, reason: 'not_applicable', note: 'On the board' })
    const [record] = await db.select().from(waivers).where(eq(waivers.enrolmentId, enrolmentId))
    expect(record).toMatchObject({ reason: 'not_applicable', grantedBy: another.actor.id })
    expect((await lastEvent(db, 'waiver.grant'))?.details).toMatchObject({ reason: 'not_applicable', note: 'On the board' })
    await expect(waiveEnrolment(another, { enrolmentId, reason: 'other', note: '' })).rejects.toThrow(new Conflict('enrolment_closed'))
  })

  it('lets a supervisor extend their own people, and nobody else', async () => {
    const courseId = await freshCourse()
    const boss = await makePerson(db, { groupId: nagoya.id })
    const report = await makePerson(db, { groupId: nagoya.id, supervisorId: boss.id })
    const other = await makePerson(db, { groupId: nagoya.id })
    await createAssignment(admin, { courseId, audience: { ...nobody, personIds: [report.id, other.id] }, dueOn })
    const caller = await callerFor(db, boss.id)
    const later = { dueOn: '2027-01-15', reason: 'workload', note: '' }
    await extendEnrolment(caller, { enrolmentId: (await enrolmentOf(report.id, courseId)).id, ...later })
    const notTheirs = extendEnrolment(caller, { enrolmentId: (await enrolmentOf(other.id, courseId)).id, ...later })
    await expect(notTheirs).rejects.toThrow(NotFound)
  })
})

describe('leave', () => {
  it('is entered within the branch only', async () => {
    const { id: personId } = await makePerson(db, { groupId: nagoya.id })
    const away = { personId, startsOn: '2026-12-01', endsOn: '2026-12-05' }
    await expect(recordLeave(reviewer, away)).rejects.toThrow(Forbidden)
    await expect(recordLeave(osakaAdmin, away)).rejects.toThrow(NotFound)
    const { leaveId } = await recordLeave(nagoyaAdmin, away)
    await expect(removeLeave(osakaAdmin, { leaveId })).rejects.toThrow(NotFound)
    await expect(recordLeave(nagoyaAdmin, { ...away, endsOn: '2026-11-30' })).rejects.toMatchObject({
      fields: { endsOn: 'end_before_start' },
    })
  })

  it('moves open due dates by as many days, and back when it is taken back', async () => {
    const courseId = await freshCourse()
    const { id: personId } = await makePerson(db, { groupId: nagoya.id })
    await createAssignment(nagoyaAdmin, { courseId, audience: { ...nobody, personIds: [personId] }, dueOn })
    const dueDay = async () => dayOf((await openOf(personId, courseId))?.dueAt ?? testNow, 'Asia/Tokyo')
    const { leaveId, moved } = await recordLeave(nagoyaAdmin, { personId, startsOn: '2026-12-01', endsOn: '2026-12-05' })
    expect({ moved, day: await dueDay() }).toEqual({ moved: 1, day: '2026-12-23' })
    expect(await lastEvent(db, 'leave.record')).toMatchObject({ subjectId: personId, details: { startsOn: '2026-12-01', moved: 1 } })
    await removeLeave(nagoyaAdmin, { leaveId })
    expect(await dueDay()).toBe(dueOn)
    expect(await lastEvent(db, 'leave.remove')).toMatchObject({ subjectId: personId })
  })
})
