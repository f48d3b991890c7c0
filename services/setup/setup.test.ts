import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { groups, organisation, people, tokens } from '#db/schema/index'
import { Forbidden, InvalidInput, NotFound } from '#services/errors'
import { lastEvent } from '#testing/audit'
import { testDatabase } from '#testing/database'
import { anonymous, testNow } from '#testing/factories'
import { asSystem } from '../caller.ts'
import { createSession } from '../sessions/create-session.ts'
import { findSession } from '../sessions/find-session.ts'
import { hashToken } from '../sessions/session-token.ts'
import { completeSetup } from './complete-setup.ts'
import { findSetup } from './find-setup.ts'
import { openSetup } from './open-setup.ts'

const device = { userAgent: '', isShared: false, address: '192.0.2.7' }
const fields = {
  organisationName: 'Kitahama Instruments',
  timeZone: 'Asia/Tokyo',
  language: 'ja',
  name: 'Aoi Tanaka',
  email: 'aoi@kitahama.example',
  password: 'stapler cloud ferry',
  ...device,
}
const minutesLater = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000)
const closed = { reason: 'link_closed' }

async function fresh() {
  const { db } = await testDatabase()
  return { db, nobody: anonymous(db), open: async (now = testNow) => (await openSetup(db, now)) ?? '' }
}

const first = await fresh()
const second = await fresh()

describe('setting up', () => {
  const { db, nobody, open } = first

  it('is refused without an open link, and to the program itself', async () => {
    expect(await findSetup(nobody, { token: 'x' })).toEqual({ isOpen: false })
    await expect(findSetup(asSystem(db), { token: 'x' })).rejects.toThrow(Forbidden)
    await expect(completeSetup(asSystem(db), { ...fields, token: 'x' })).rejects.toThrow(Forbidden)
    await expect(completeSetup(nobody, { ...fields, token: 'x' })).rejects.toMatchObject(closed)
  })

  it('needs the newest link, which is good for an hour and known by its hash only', async () => {
    const older = await open()
    const token = await open()
    expect(await lastEvent(db, 'setup.open')).toMatchObject({ actorKind: 'system', details: { isNeeded: true } })
    expect(await findSetup(nobody, { token: older })).toEqual({ isOpen: false })
    expect(await findSetup(nobody, { token })).toEqual({ isOpen: true })
    expect(await findSetup(anonymous(db, minutesLater(60)), { token })).toEqual({ isOpen: false })
    await expect(completeSetup(nobody, { ...fields, token: older })).rejects.toMatchObject(closed)
    await expect(completeSetup(anonymous(db, minutesLater(60)), { ...fields, token })).rejects.toMatchObject(closed)
    const rows = await db.select().from(tokens)
    expect(rows.map((row) => row.tokenHash)).toContain(hashToken(token))
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('leaves the link open when something needs a second look', async () => {
    const token = await open()
    for (const [field, value, reason] of [
      ['organisationName', '  ', 'required'],
      ['timeZone', 'Asia/Kitahama', 'time_zone'],
      ['language', 'fr', 'choose'],
      ['email', 'aoi at kitahama', 'email'],
      ['password', 'kitahama', 'password_personal'],
    ])
      await expect(completeSetup(nobody, { ...fields, token, [String(field)]: value })).rejects.toMatchObject({
        fields: { [String(field)]: reason },
      })
    await expect(completeSetup(nobody, { token })).rejects.toThrow(InvalidInput)
    expect(await findSetup(nobody, { token })).toEqual({ isOpen: true })
    expect(await db.select().from(organisation)).toEqual([])
  })

  it('creates organisation, root group and an owner who is admin and reviewer too, signs in and is recorded', async () => {
    const { personId, ...session } = await completeSetup(nobody, { ...fields, token: await open() })
    const found = await findSession(db, session.token, testNow)
    expect(found?.organisation).toMatchObject({ name: 'Kitahama Instruments', timeZone: 'Asia/Tokyo', language: 'ja' })
    expect(found?.actor).toMatchObject({ id: personId, name: 'Aoi Tanaka', language: 'ja' })
    expect(found?.actor.grants.map((grant) => [grant.role, grant.groupId]).sort()).toEqual([
      ['admin', null],
      ['owner', null],
      ['reviewer', null],
    ])
    const [root] = await db.select().from(groups)
    expect(root).toMatchObject({ parentId: null, name: 'Kitahama Instruments', path: [root?.id] })
    expect((await db.select().from(people).where(eq(people.id, personId)))[0]?.homeGroupId).toBe(root?.id)
    expect(await lastEvent(db, 'setup.complete')).toMatchObject({ actorKind: 'anonymous', subjectId: personId, groupId: null })
    await expect(createSession(nobody, { identifier: fields.email, password: fields.password, ...device })).resolves.toBeDefined()
  })

  it('is over after that: no link is given out, and the page is not found', async () => {
    expect(await openSetup(db, testNow)).toBeNull()
    await expect(findSetup(nobody, { token: 'x' })).rejects.toThrow(NotFound)
  })
})

describe('two set-ups at the same moment', () => {
  const { db, nobody, open } = second

  it('have one winner by their link', async () => {
    const token = await open()
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => completeSetup(nobody, { ...fields, token })))
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    expect(await db.select().from(people)).toHaveLength(1)
  })

  it('have one winner by constraint, should a second link ever be open', async () => {
    const token = 'a second open link'
    await db.insert(tokens).values({
      id: '01999999-0000-7000-8000-000000000001',
      kind: 'setup',
      tokenHash: hashToken(token),
      createdAt: testNow,
      expiresAt: minutesLater(60),
    })
    await expect(completeSetup(nobody, { ...fields, email: 'second@kitahama.example', token })).rejects.toMatchObject({
      reason: 'already_set_up',
    })
    expect(await db.select().from(people)).toHaveLength(1)
    expect(
      (
        await db
          .select()
          .from(tokens)
          .where(eq(tokens.tokenHash, hashToken(token)))
      )[0]?.spentAt,
    ).toBeNull()
  })
})
