import { eq } from 'drizzle-orm'
import { Client } from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { people, tokens } from '#db/schema/index'
import { brakes } from '#domain/brakes/brake'
import { Conflict, Forbidden, InvalidInput } from '#services/errors'
import { lastEvent } from '#testing/audit'
import { testDatabase } from '#testing/database'
import { anonymous, callerFor, makeOrganisation, makePerson, makeSession, testNow } from '#testing/factories'
import { handOverLast, queuedMail } from '#testing/mail'
import { asSystem } from '../caller.ts'
import type { queueMail } from '../mail/queue-mail.ts'
import { writeMail } from '../mail/write-mail.ts'
import { invitePerson } from '../people/invite-person.ts'
import { createSession } from '../sessions/create-session.ts'
import { findSession } from '../sessions/find-session.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { findLink } from './find-link.ts'
import { hashPassword } from './password-hash.ts'
import { requestReset } from './request-reset.ts'
import { resetPassword } from './reset-password.ts'

vi.mock('../mail/queue-mail.ts', async (original) => ({ queueMail: vi.fn((await original<{ queueMail: typeof queueMail }>()).queueMail) }))

const { db } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const admin = await callerFor(db, (await makePerson(db, { groupId: rootId, grants: [{ role: 'admin', of: null }] })).id)
const password = 'stapler cloud ferry'
const passwordHash = await hashPassword('an earlier password')
const device = { userAgent: '', isShared: false, address: '192.0.2.7' }
const make = (more: Partial<Parameters<typeof makePerson>[1]> = {}) => makePerson(db, { groupId: rootId, ...more })
const later = (minutes: number) => anonymous(db, new Date(testNow.getTime() + minutes * 60_000))
const nobody = anonymous(db)
const closed = { reason: 'link_closed' }

async function invited() {
  const person = await make()
  await invitePerson(admin, { personId: person.id })
  return { ...person, ...(await handOverLast(db)) }
}
async function resetting() {
  const person = await make({ passwordHash })
  await requestReset(nobody, { email: person.email, address: '192.0.2.7' })
  return { ...person, ...(await handOverLast(db)) }
}

/** Writes the mail of the newest reset that was not let fall, as the worker would. */
async function handOverNewest(email: string | null): Promise<string> {
  const job = (await queuedMail(db)).filter((queued) => queued.kind === 'reset' && queued.tokenId !== null).at(-1)
  const mail = await writeMail(asSystem(db, testNow), job)
  expect(mail?.to.address).toBe(email)
  return /reset-password\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

/** The statements that the database is asked for meanwhile, without their values. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const asked = vi.spyOn(Client.prototype, 'query')
  await work()
  const statements = asked.mock.calls.map(([statement]) =>
    typeof statement === 'string' ? statement : (statement as { text: string }).text,
  )
  asked.mockRestore()
  return statements
}

describe('an invitation', () => {
  it('is refused to the program itself, when it is unknown, and when its person is inactive', async () => {
    await expect(acceptInvitation(asSystem(db), { token: 'x', password, ...device })).rejects.toThrow(Forbidden)
    await expect(acceptInvitation(nobody, { token: 'x', password, ...device })).rejects.toMatchObject(closed)
    const { id, token } = await invited()
    await db.update(people).set({ deactivatedAt: testNow }).where(eq(people.id, id))
    await expect(acceptInvitation(nobody, { token, password, ...device })).rejects.toMatchObject(closed)
    expect(await findLink(nobody, { kind: 'invitation', token })).toBeNull()
  })

  it('opens as often as one likes and changes nothing; its token stands in no row', async () => {
    const { email, token } = await invited()
    const before = await db.select().from(tokens)
    for (const _ of [1, 2, 3])
      expect(await findLink(nobody, { kind: 'invitation', token })).toMatchObject({
        identifier: email,
        organisation: 'Kitahama Instruments',
      })
    expect(await db.select().from(tokens)).toEqual(before)
    expect(JSON.stringify([before, await queuedMail(db)])).not.toContain(token)
  })

  it('sets the password, signs in and is recorded; the second time it is closed', async () => {
    const { id, email, token } = await invited()
    const session = await acceptInvitation(nobody, { token, password, ...device })
    expect((await findSession(db, session.token, testNow))?.actor.id).toBe(id)
    expect(await lastEvent(db, 'account.join')).toMatchObject({ subjectId: id, groupId: rootId, details: { sessionId: session.sessionId } })
    await expect(createSession(nobody, { identifier: email, password, ...device })).resolves.toBeDefined()
    await expect(acceptInvitation(nobody, { token, password: 'umbrella gravel tide', ...device })).rejects.toMatchObject(closed)
  })

  it('stays open when the password is refused', async () => {
    const { token } = await invited()
    await expect(acceptInvitation(nobody, { token, password: 'kitahama1', ...device })).rejects.toMatchObject({
      fields: { password: 'password_personal' },
    })
    await expect(acceptInvitation(nobody, { token, password, ...device })).resolves.toBeDefined()
  })

  it('closes every other link of its person once it is accepted', async () => {
    const { email, token } = await invited()
    await requestReset(nobody, { email, address: '192.0.2.7' })
    const reset = (await handOverLast(db)).token
    await acceptInvitation(nobody, { token, password, ...device })
    await expect(resetPassword(nobody, { token: reset, password: 'umbrella gravel tide' })).rejects.toMatchObject(closed)
  })

  it('has one winner when two race', async () => {
    const { token } = await invited()
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => acceptInvitation(nobody, { token, password, ...device })))
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(closed)
  })

  it('is good for seven days', async () => {
    const { token } = await invited()
    const sevenDays = 7 * 24 * 60
    expect(await findLink(later(sevenDays), { kind: 'invitation', token })).toBeNull()
    await expect(acceptInvitation(later(sevenDays), { token, password, ...device })).rejects.toMatchObject(closed)
    await expect(acceptInvitation(later(sevenDays - 1), { token, password, ...device })).resolves.toBeDefined()
  })

  it('made on a clock that was far ahead is closed once that is set right', async () => {
    const future = { ...admin, now: new Date(testNow.getTime() + 300 * 86_400_000) }
    const person = await make()
    await invitePerson(future, { personId: person.id })
    const { token } = await handOverLast(db, future.now)
    expect(await findLink(anonymous(db, future.now), { kind: 'invitation', token })).not.toBeNull()
    expect(await findLink(nobody, { kind: 'invitation', token })).toBeNull()
  })

  it('is worthless once there is a newer one, and never serves as a reset', async () => {
    const { id, token } = await invited()
    await invitePerson(admin, { personId: id })
    await expect(acceptInvitation(nobody, { token, password, ...device })).rejects.toMatchObject(closed)
    const newer = (await handOverLast(db)).token
    await expect(resetPassword(nobody, { token: newer, password })).rejects.toMatchObject(closed)
    await expect(acceptInvitation(nobody, { token: newer, password, ...device })).resolves.toBeDefined()
  })
})

describe('asking for a new password', () => {
  it('is refused to the program itself; without an address it says so', async () => {
    await expect(requestReset(asSystem(db), { email: 'a@kitahama.example', address: '192.0.2.7' })).rejects.toThrow(Forbidden)
    await expect(requestReset(nobody, { email: '', address: '192.0.2.7' })).rejects.toThrow(InvalidInput)
  })

  it('answers the same for a known address, an unknown one and an inactive person, and records each', async () => {
    const known = await make({ passwordHash })
    const inactive = await make({ deactivatedAt: testNow })
    for (const { email, subjectId } of [
      { email: known.email, subjectId: known.id },
      { email: 'nobody@kitahama.example', subjectId: null },
      { email: inactive.email, subjectId: null },
    ]) {
      expect(await requestReset(nobody, { email, address: '192.0.2.7' })).toBeUndefined()
      expect(await lastEvent(db, 'account.request_reset')).toMatchObject({ actorKind: 'anonymous', subjectId, details: {} })
    }
  })

  it('fills nobody’s mailbox: a few mails in a row, then one in half an hour, the last of which is good until the next', async () => {
    const { id, email } = await make({ passwordHash })
    const minutes = Array.from({ length: 60 }, (_, index) => 5 * index)
    for (const minute of minutes) expect(await requestReset(later(minute), { email, address: `192.0.2.${minute % 200}` })).toBeUndefined()
    const issued = await db.select().from(tokens).where(eq(tokens.personId, id)).orderBy(tokens.createdAt)
    const sent = (await queuedMail(db)).filter((job) => issued.some((token) => job.kind === 'reset' && job.tokenId === token.id))
    expect(sent).toHaveLength(brakes.resetOfPerson.burst + Math.floor((5 * 59) / 30))
    expect(issued).toHaveLength(sent.length)
    for (const [index, token] of issued.slice(1).entries()) expect(issued[index]?.expiresAt.getTime()).toBeGreaterThan(+token.createdAt)
  })

  it('closes no link that was sent before, so that others who ask keep nobody from choosing a password', async () => {
    const { email, token } = await resetting()
    for (let count = 0; count < 10; count += 1) await requestReset(later(count), { email, address: '192.0.2.7' })
    expect(await findLink(later(59), { kind: 'reset', token })).not.toBeNull()
    const last = await handOverNewest(email)
    expect(await findLink(nobody, { kind: 'reset', token: last })).not.toBeNull()
    await expect(resetPassword(nobody, { token, password })).resolves.toBeDefined()
    await expect(resetPassword(nobody, { token: last, password })).rejects.toMatchObject(closed)
  })

  it('is no longer slowed down for whoever chose a password by a link', async () => {
    const { email, token } = await resetting()
    for (let count = 0; count < 10; count += 1) await requestReset(nobody, { email, address: '192.0.2.7' })
    await resetPassword(nobody, { token, password })
    await requestReset(nobody, { email, address: '192.0.2.7' })
    expect((await queuedMail(db)).at(-1)).toMatchObject({ kind: 'reset', tokenId: expect.any(String) })
  })

  it('is sent though the clock was ahead when the last one was', async () => {
    const person = await make({ passwordHash })
    const ask = (caller: typeof nobody, address: string) => requestReset(caller, { email: person.email, address })
    await ask(later(60 * 24 * 365), '192.0.2.8')
    const before = await queuedMail(db)
    await ask(nobody, '192.0.2.9')
    expect(await queuedMail(db)).toHaveLength(before.length + 1)
  })

  it('is worked on alike for a known address and an unknown one, sent or let fall', async () => {
    const known = (await make({ passwordHash })).email
    const unknown = 'nobody-here@kitahama.example'
    const ask = (email: string | null) => statementsOf(() => requestReset(nobody, { email, address: '192.0.2.11' }))
    const issued = (statement: string) => statement.startsWith('insert into "tokens"')
    for (let count = 0; count < brakes.resetOfPerson.burst; count += 1) {
      const forKnown = await ask(known)
      expect(forKnown.filter(issued)).toHaveLength(1)
      expect(forKnown.filter((statement) => !issued(statement))).toEqual(await ask(unknown))
    }
    expect(await ask(known)).toEqual(await ask(unknown))
  })

  it('is slowed down for a client that asks for many, known addresses or not', async () => {
    const ask = () => requestReset(nobody, { email: 'nobody-at-all@kitahama.example', address: '198.51.100.9' })
    for (let count = 0; count < brakes.resetFromAddress.burst; count += 1) await ask()
    await expect(ask()).rejects.toMatchObject({ reason: 'too_fast' })
  })
})

describe('a reset link', () => {
  it('is refused to the program itself, when it is unknown or an hour old', async () => {
    await expect(resetPassword(asSystem(db), { token: 'x', password })).rejects.toThrow(Forbidden)
    await expect(resetPassword(nobody, { token: 'x', password })).rejects.toMatchObject(closed)
    const { token } = await resetting()
    await expect(resetPassword(later(60), { token, password })).rejects.toMatchObject(closed)
  })

  it('sets the password, ends every session, tells the person and is recorded', async () => {
    const { id, email, token } = await resetting()
    const sessionToken = await makeSession(db, id)
    await resetPassword(nobody, { token, password })
    expect(await findSession(db, sessionToken, testNow)).toBeNull()
    expect((await queuedMail(db)).at(-1)).toEqual({ kind: 'password_changed', personId: id })
    expect(await lastEvent(db, 'account.reset_password')).toMatchObject({ subjectId: id, details: { sessionsEnded: 1 } })
    await expect(createSession(nobody, { identifier: email, password, ...device })).resolves.toBeDefined()
    await expect(createSession(nobody, { identifier: email, password: 'an earlier password', ...device })).rejects.toThrow(Conflict)
  })

  it('has one winner when two race', async () => {
    const { token } = await resetting()
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => resetPassword(nobody, { token, password })))
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  })
})
