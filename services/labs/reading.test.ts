import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditEvents, organisation } from '#db/schema/index'
import type { Role } from '#domain/policy'
import { lastEvent } from '#testing/audit'
import { publishTestCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeGroup, makeOrganisation, makePerson, makeSession, testNow } from '#testing/factories'
import { enrolInLab, lab, labCourse, takeLab } from '#testing/labs/lab-course'
import { later } from '#testing/learner'
import type { Caller } from '../caller.ts'
import { Forbidden, InvalidInput, NotFound } from '../errors.ts'
import { decideReading } from '../organisation/decide-reading.ts'
import { getSettings } from '../organisation/get-settings.ts'
import { getPersonReport } from '../reports/get-person-report.ts'
import { findSession } from '../sessions/find-session.ts'
import { getReviewed } from './find-reviewed.ts'
import { reviewLab } from './review-lab.ts'
import { startLab } from './start-lab.ts'
import { getDebrief } from './view-debrief.ts'
import { getLab } from './view-lab.ts'

const { db } = await testDatabase()
const { rootId: groupId } = await makeOrganisation(db)
const as = async (role?: Role, of: string | null = null) =>
  callerFor(db, (await makePerson(db, { groupId, grants: role ? [{ role, of }] : [] })).id)
const [owner, admin, reviewer, auditor, stranger] = [
  await as('owner'),
  await as('admin'),
  await as('reviewer'),
  await as('auditor'),
  await as('reviewer', (await makeGroup(db, { id: groupId, path: [groupId] })).id),
]

const decide = (hours: number, allowed: 'yes' | 'no') => decideReading(later(owner, hours), { allowed })
const since = async () => (await getSettings(owner, {})).responsesReadableSince
const at = (hours: number) => later(owner, hours).now
const decisions = async () => (await db.select().from(auditEvents)).filter(({ verb }) => verb === 'reading.decide').length

/** A lab that was begun after so many hours and handed in. */
async function given(hours: number, learner?: Caller) {
  const taker = learner ?? (await as())
  if (!learner) await enrolInLab(taker)
  const { attemptId } = await takeLab(later(taker, hours), false)
  return { learner: taker, attemptId }
}
const read = (caller: Caller, attemptId: string) => reviewLab(caller, { attemptId, language: 'en', why: 'asked' })
/** What the report on somebody says of each of their attempts. */
async function told(caller: Caller, learner: Caller) {
  const { enrolments } = await getPersonReport(caller, { person: learner.actor.kind === 'person' ? learner.actor.id : '' })
  return enrolments.flatMap(({ units }) => units).flatMap(({ attempts }) => attempts.map(({ reading }) => reading))
}

beforeAll(() => publishTestCourse(db, labCourse))
beforeEach(() => db.update(organisation).set({ responsesReadableSince: null }))

describe('the decision', () => {
  it('is no from the beginning, and the owner’s alone: it is another’s neither to allow nor to stop', async () => {
    expect(await since()).toBeNull()
    for (const caller of [admin, reviewer, auditor, await as()])
      for (const allowed of ['yes', 'no']) await expect(decideReading(caller, { allowed })).rejects.toThrow(Forbidden)
    expect(await since()).toBeNull()
    for (const allowed of [undefined, '', 'maybe', true]) await expect(decideReading(owner, { allowed })).rejects.toThrow(InvalidInput)
  })

  it('is kept with its moment and told in an event; the same once more changes nothing and leaves none', async () => {
    const before = await decisions()
    await decide(0, 'no')
    expect(await decisions()).toBe(before)
    await decide(1, 'yes')
    await decide(2, 'yes')
    expect(await since()).toEqual(at(1))
    expect(await decisions()).toBe(before + 1)
    const moment = at(1).toISOString()
    expect(await lastEvent(db, 'reading.decide')).toMatchObject({
      subjectKind: 'organisation',
      details: { allowed: 'yes', old: null, new: moment },
    })
    await decide(3, 'no')
    expect(await since()).toBeNull()
    expect(await decisions()).toBe(before + 2)
    expect((await lastEvent(db, 'reading.decide'))?.details).toEqual({ allowed: 'no', old: moment, new: null })
  })

  it('has one moment when it is allowed twice at once', async () => {
    const before = await decisions()
    await Promise.all([decide(1, 'yes'), decide(2, 'yes')])
    expect(await decisions()).toBe(before + 1)
  })

  it('is known to every page of whoever is signed in', async () => {
    const learner = (await as()).actor.id
    const known = async () => (await findSession(db, await makeSession(db, learner), testNow))?.organisation.responsesReadableSince
    expect(await known()).toBeNull()
    await decide(1, 'yes')
    expect(await known()).toEqual(at(1))
    expect((await getSettings(admin, {})).responsesReadableSince).toEqual(at(1))
  })
})

describe('what somebody gave in a lab', () => {
  it('is read by nobody else until it is allowed, and always by themselves', async () => {
    const { learner, attemptId } = await given(1)
    for (const caller of [reviewer, stranger, auditor, admin, owner]) await expect(read(caller, attemptId)).rejects.toThrow(NotFound)
    await expect(getReviewed(reviewer, { attemptId })).rejects.toThrow(NotFound)
    expect(await lastEvent(db, 'lab.read')).toBeUndefined()
    expect(await read(learner, attemptId)).toMatchObject({ number: 1 })
    expect((await getReviewed(learner, { attemptId })).isOwn).toBe(true)
    expect(await told(reviewer, learner)).toEqual(['not_allowed'])
  })

  it('is read within the branch when it was begun at that moment or later, and not when it was begun before', async () => {
    const before = await given(0.999)
    await decide(1, 'yes')
    const [then, after] = [await given(1), await given(5)]
    for (const { learner, attemptId } of [then, after]) {
      expect(await read(reviewer, attemptId)).toMatchObject({ number: 1 })
      expect(await told(reviewer, learner)).toEqual(['readable'])
      for (const caller of [stranger, auditor, admin, owner]) await expect(read(caller, attemptId)).rejects.toThrow(NotFound)
    }
    await expect(read(reviewer, before.attemptId)).rejects.toThrow(NotFound)
    await expect(getReviewed(reviewer, { attemptId: before.attemptId })).rejects.toThrow(NotFound)
    expect(await told(reviewer, before.learner)).toEqual(['begun_before'])
    for (const caller of [auditor, admin]) expect(await told(caller, after.learner)).toEqual([null])
  })

  it('is told attempt by attempt, and what is not handed in is not', async () => {
    const { learner } = await given(0)
    await decide(1, 'yes')
    await given(2, learner)
    await startLab(later(learner, 3), lab)
    expect(await told(reviewer, learner)).toEqual(['begun_before', 'readable', null])
  })

  it('is closed again when it is stopped, and stays so when it is allowed once more', async () => {
    await decide(1, 'yes')
    const { attemptId } = await given(2)
    await decide(3, 'no')
    await expect(read(reviewer, attemptId)).rejects.toThrow(NotFound)
    const between = await given(3.5)
    await decide(4, 'yes')
    for (const each of [attemptId, between.attemptId]) await expect(read(reviewer, each)).rejects.toThrow(NotFound)
    await expect(read(reviewer, (await given(5)).attemptId)).resolves.toMatchObject({ number: 1 })
  })

  it('is not begun by whoever was told that nobody else reads it, once that is no longer so', async () => {
    const learner = await as()
    await enrolInLab(learner)
    const begin = (hours: number) => startLab(later(learner, hours), { ...lab, isToldPrivate: true })
    await decide(1, 'yes')
    await expect(begin(1)).rejects.toMatchObject({ reason: 'reading_allowed' })
    expect(await told(reviewer, learner)).toEqual([])
    await decide(2, 'no')
    await expect(begin(3)).resolves.toMatchObject({ number: 1 })
  })

  it('says at work and afterwards who may read it', async () => {
    const one = await given(0)
    await decide(1, 'yes')
    const two = await given(2)
    const shown = async ({ learner, attemptId }: typeof one) => (await getDebrief(learner, { attemptId, language: 'en' })).isReadable
    expect([await shown(one), await shown(two)]).toEqual([false, true])
    const { id: attemptId } = await startLab(later(one.learner, 3), lab)
    const atWork = async () => (await getLab(one.learner, { attemptId, language: 'en' })).isReadable
    expect(await atWork()).toBe(true)
    await decide(4, 'no')
    expect(await atWork()).toBe(false)
  })
})
