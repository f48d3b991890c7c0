import { eq, gt } from 'drizzle-orm'
import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { brakes as brakesTable, people, sessions } from '#db/schema/index'
import { brakes } from '#domain/brakes/brake'
import { Conflict, Forbidden, InvalidInput, NotFound, outageIn } from '#services/errors'
import { lastEvent } from '#testing/audit'
import { testDatabase } from '#testing/database'
import { anonymous, callerFor, makeOrganisation, makePerson, makeSession, testNow } from '#testing/factories'
import { hashPassword, verifyPassword } from '../account/password-hash.ts'
import { pullBrakes } from '../brakes/pull-brakes.ts'
import { asSystem } from '../caller.ts'
import { createSession } from './create-session.ts'
import { endOtherSessions, endSession } from './end-session.ts'
import { findSession } from './find-session.ts'
import { keepSession } from './keep-session.ts'
import { listSessions } from './list-sessions.ts'

const { db, owner } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const password = 'stapler cloud ferry'
const passwordHash = await hashPassword(password)
const make = (more: Partial<Parameters<typeof makePerson>[1]> = {}) => makePerson(db, { groupId: rootId, passwordHash, ...more })
const device = {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  isShared: false,
  address: '192.0.2.7',
}
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000)

describe('signing in', () => {
  it('is refused with the same words for a wrong password, an unknown address, a missing password and an inactive person', async () => {
    const person = await make()
    const invited = await make({ passwordHash: undefined })
    const inactive = await make({ deactivatedAt: testNow })
    const tries = [
      { identifier: person.email, password: 'stapler cloud fairy' },
      { identifier: 'nobody@kitahama.example', password },
      { identifier: 'nobody\u0000@kitahama.example', password: '\u0000\ud800' },
      { identifier: invited.email, password },
      { identifier: inactive.email, password },
    ]
    for (const given of tries)
      await expect(createSession(anonymous(db), { ...given, ...device })).rejects.toMatchObject({ reason: 'wrong_credentials' })
    await expect(createSession(asSystem(db), { identifier: person.email, password, ...device })).rejects.toThrow(Forbidden)
    await expect(createSession(anonymous(db), { identifier: '', password: '', ...device })).rejects.toThrow(InvalidInput)
    expect(await lastEvent(db, 'session.create')).toBeUndefined()
  })

  it('opens a session whose token is nowhere stored, and records it', async () => {
    const person = await make()
    const { token, sessionId } = await createSession(anonymous(db), { identifier: ` ${person.email?.toUpperCase()} `, password, ...device })
    expect((await findSession(db, token, testNow))?.actor).toMatchObject({ id: person.id, sessionId })
    const rows = await db.select().from(sessions).where(eq(sessions.id, sessionId))
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(await lastEvent(db, 'session.create')).toMatchObject({
      actorKind: 'anonymous',
      subjectId: person.id,
      groupId: rootId,
      details: { sessionId },
    })
  })

  it('loses against a change of password that is committed while the old one is checked', async () => {
    const person = await make()
    const signingIn: Promise<unknown>[] = []
    await db.transaction(async (tx) => {
      const newHash = await hashPassword('another one altogether')
      await tx.update(people).set({ passwordHash: newHash }).where(eq(people.id, person.id))
      signingIn.push(createSession(anonymous(db), { identifier: person.email, password, ...device }).catch((error) => error))
      // As long as checking the old one takes, and longer.
      await verifyPassword(password, passwordHash)
      await verifyPassword(password, passwordHash)
    })
    expect(await signingIn[0]).toBeInstanceOf(Conflict)
  })
})

describe('a session of the future', () => {
  it('counts no more once the clock is set right, and one of an instance a little ahead does', async () => {
    const { id } = await make()
    const [ahead, farAhead] = [await makeSession(db, id, later(5)), await makeSession(db, id, later(60 * 24 * 30))]
    expect(await findSession(db, ahead, testNow)).not.toBeNull()
    expect(await findSession(db, farAhead, testNow)).toBeNull()
  })
})

describe('guessing passwords', () => {
  const guess = (identifier: string | null, given = 'a wrong guess', more = {}) =>
    createSession(anonymous(db), { identifier, password: given, ...device, address: '198.51.100.9', ...more }).catch(
      (error: unknown) => error,
    )
  const { burst } = brakes.signInToAccount
  const pulled = () =>
    db
      .select()
      .from(brakesTable)
      .where(gt(brakesTable.releasedAt, later(0)))

  it('is slowed down for an account, known here or not, in the same words', async () => {
    const { email } = await make()
    for (const identifier of [email, 'nobody-either@kitahama.example']) {
      const answers = await Promise.all(Array.from({ length: burst + 2 }, () => guess(identifier)))
      const reasons = answers.map((answer) => (answer as Conflict).reason).sort()
      expect(reasons).toEqual(['too_fast', 'too_fast', ...Array<string>(burst).fill('wrong_credentials')])
    }
    expect(await guess(email, password)).toMatchObject({ reason: 'too_fast', values: { seconds: 60, minutes: 1 } })
  })

  it('is slowed down for an address, whoever it is for, and for that address alone', async () => {
    const { email } = await make()
    const address = '198.51.100.77'
    const { everySeconds, burst: ofAddress } = brakes.signInFromAddress
    await pullBrakes(db, testNow, ['signInFromAddress', address])
    // As many more at once as the brake bears.
    const released = new Date(testNow.getTime() + ofAddress * everySeconds * 1000)
    await db
      .update(brakesTable)
      .set({ releasedAt: released })
      .where(eq(brakesTable.releasedAt, new Date(testNow.getTime() + everySeconds * 1000)))
    expect(await guess(email, password, { address })).toMatchObject({ reason: 'too_fast' })
    expect(await guess(email, password, { address: '198.51.100.78' })).toMatchObject({ sessionId: expect.any(String) })
  })

  it('does not keep its owner out: a browser that signed in before has a brake of its own', async () => {
    const { email } = await make()
    const other = await make()
    const { mark } = await createSession(anonymous(db), { identifier: email, password, ...device })
    const strange = await createSession(anonymous(db), { identifier: other.email, password, ...device })
    await Promise.all(Array.from({ length: burst }, () => guess(email)))
    for (const useless of ['', 'x.y', strange.mark])
      expect(await guess(email, password, { mark: useless })).toMatchObject({ reason: 'too_fast' })
    expect(await guess(email, password, { mark })).toMatchObject({ sessionId: expect.any(String) })
  })

  it('does not slow down whose password is right while no session can be saved', async () => {
    const { email } = await make()
    const address = '203.0.113.201'
    const before = await pulled()
    const asOwner = new Client(owner)
    await asOwner.connect()
    await asOwner.query(`create function no_room() returns trigger language plpgsql as $$ begin
      raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
      create trigger no_room before insert on sessions execute function no_room()`)
    expect(outageIn(await guess(email, password, { address }))).toBe('database_full')
    await asOwner.query('drop trigger no_room on sessions; drop function no_room')
    await asOwner.end()
    expect(await pulled()).toEqual(before)
  })

  it('does not slow an office down in which many sign in rightly', async () => {
    const { email } = await make()
    const address = '203.0.113.200'
    for (let count = 0; count < 3; count += 1) await createSession(anonymous(db), { identifier: email, password, ...device, address })
    const before = await pulled()
    await createSession(anonymous(db), { identifier: email, password, ...device, address })
    expect(await pulled()).toEqual(before)
  })
})

describe('people without an e-mail address', () => {
  it('sign in by their employee number, in any case', async () => {
    const { id } = await make({ email: null, employeeNumber: 'K-4400' })
    const { token } = await createSession(anonymous(db), { identifier: 'k-4400', password, ...device })
    expect((await findSession(db, token, testNow))?.actor.id).toBe(id)
  })

  it('do so with letters whose small form depends on who is asked', async () => {
    const { id } = await make({ email: null, employeeNumber: 'İ-4401' })
    for (const identifier of ['İ-4401', 'i-4401']) {
      const { token } = await createSession(anonymous(db), { identifier, password, ...device })
      expect((await findSession(db, token, testNow))?.actor.id).toBe(id)
    }
  })
})

describe('a session', () => {
  it('ends by itself after its idle time, and lasts while it is used', async () => {
    const person = await make()
    const { token } = await createSession(anonymous(db), { identifier: person.email, password, ...device, isShared: true })
    expect(await findSession(db, token, later(6))).toBeNull()
    const seen = await findSession(db, token, later(4))
    if (!seen) throw new Error('not signed in')
    await keepSession(db, seen, later(4))
    expect(await findSession(db, token, later(8))).not.toBeNull()
    expect(await findSession(db, token, later(10))).toBeNull()
  })

  it('once ended is not kept alive by a request still under way', async () => {
    const { id } = await make()
    const token = await makeSession(db, id)
    const seen = await findSession(db, token, testNow)
    if (!seen) throw new Error('not signed in')
    await endSession({ actor: seen.actor, now: testNow, db }, { sessionId: seen.actor.sessionId })
    await keepSession(db, seen, later(10))
    expect(await findSession(db, token, later(11))).toBeNull()
  })
})

describe("ending one's sessions", () => {
  it("is refused to nobody; somebody else's is not found", async () => {
    const mine = await callerFor(db, (await make()).id)
    const other = await callerFor(db, (await make({ grants: [{ role: 'owner', of: null }] })).id)
    const { sessionId } = mine.actor
    await expect(endSession(anonymous(db), { sessionId })).rejects.toThrow(Forbidden)
    await expect(endOtherSessions(anonymous(db), {})).rejects.toThrow(Forbidden)
    await expect(endSession(other, { sessionId })).rejects.toThrow(NotFound)
  })

  it('acts at the next request, once, and is recorded', async () => {
    const { id } = await make()
    const here = await callerFor(db, id)
    const token = await makeSession(db, id)
    const there = (await findSession(db, token, testNow))?.actor.sessionId
    await endSession(here, { sessionId: there })
    expect(await findSession(db, token, testNow)).toBeNull()
    await expect(endSession(here, { sessionId: there })).rejects.toThrow(NotFound)
    expect(await lastEvent(db, 'session.end')).toMatchObject({ actorId: id, subjectId: id, details: { sessionId: there } })
  })

  it('keeps only the device asking, and is recorded', async () => {
    const { id } = await make()
    const here = await callerFor(db, id)
    const others = [await makeSession(db, id), await makeSession(db, id)]
    const bystander = await makeSession(db, (await make()).id)
    expect(await endOtherSessions(here, {})).toEqual({ ended: 2 })
    for (const token of others) expect(await findSession(db, token, testNow)).toBeNull()
    expect(await findSession(db, bystander, testNow)).not.toBeNull()
    expect(await listSessions(here, {})).toMatchObject([{ id: here.actor.sessionId, isThis: true }])
    expect(await lastEvent(db, 'session.end_others')).toMatchObject({ subjectId: id, details: { ended: 2 } })
  })
})

describe("the list of one's sessions", () => {
  it('is refused to nobody and shows nothing of others', async () => {
    await expect(listSessions(anonymous(db), {})).rejects.toThrow(Forbidden)
    const caller = await callerFor(db, (await make({ grants: [{ role: 'admin', of: null }] })).id)
    expect(await listSessions(caller, {})).toHaveLength(1)
  })

  it('begins with this device and leaves out what has ended', async () => {
    const { id } = await make()
    const here = await callerFor(db, id)
    await makeSession(db, id, later(1))
    await makeSession(db, id, later(-13 * 60))
    const rows = await listSessions(here, {})
    expect(rows.map((row) => row.isThis)).toEqual([true, false])
  })
})
