import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { people } from '#db/schema/index'
import { brakes } from '#domain/brakes/brake'
import { Forbidden, InvalidInput } from '#services/errors'
import { lastEvent } from '#testing/audit'
import { testDatabase } from '#testing/database'
import { anonymous, callerFor, makeOrganisation, makePerson, makeSession, testNow } from '#testing/factories'
import { handOverLast, queuedMail } from '#testing/mail'
import { findSession } from '../sessions/find-session.ts'
import { changePassword } from './change-password.ts'
import { getAccount } from './get-account.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import { requestReset } from './request-reset.ts'
import { resetPassword } from './reset-password.ts'
import { updateAccount } from './update-account.ts'

const { db } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const currentPassword = 'an earlier password'
const password = 'stapler cloud ferry'
const passwordHash = await hashPassword(currentPassword)
const make = () => makePerson(db, { groupId: rootId, passwordHash })
const nobody = anonymous(db)
const hashOf = async (id: string) => (await db.select().from(people).where(eq(people.id, id)))[0]?.passwordHash ?? null

describe("changing one's password", () => {
  it('is refused to nobody, without the old one, and for one that is tried first', async () => {
    const { id } = await make()
    const caller = await callerFor(db, id)
    await expect(changePassword(nobody, { currentPassword, password })).rejects.toThrow(Forbidden)
    await expect(changePassword(caller, { currentPassword: 'a wrong password', password })).rejects.toMatchObject({
      fields: { currentPassword: 'password_wrong' },
    })
    for (const [weak, reason] of [
      ['short', 'password_too_short'],
      ['password1', 'password_common'],
      ['Kitahama 1', 'password_personal'],
    ])
      await expect(changePassword(caller, { currentPassword, password: weak })).rejects.toMatchObject({ fields: { password: reason } })
    expect(await hashOf(id)).toBe(passwordHash)
  })

  it('ends every other session and open reset links at once, tells the person and is recorded', async () => {
    const { id, email } = await make()
    await requestReset(nobody, { email, address: '192.0.2.7' })
    const { token: link } = await handOverLast(db)
    const elsewhere = await makeSession(db, id)
    const here = await callerFor(db, id)
    expect(await changePassword(here, { currentPassword, password })).toEqual({ ended: 1 })
    expect(await findSession(db, elsewhere, testNow)).toBeNull()
    await expect(updateAccount(here, { language: 'ja' })).resolves.toBeDefined()
    await expect(resetPassword(nobody, { token: link, password })).rejects.toMatchObject({ reason: 'link_closed' })
    expect(await verifyPassword(password, await hashOf(id))).toBe(true)
    expect((await queuedMail(db)).at(-1)).toEqual({ kind: 'password_changed', personId: id })
    expect(await lastEvent(db, 'account.change_password')).toMatchObject({ actorId: id, subjectId: id, details: { sessionsEnded: 1 } })
  })
})

describe('whoever changes a password over and over', () => {
  it('is slowed down, as each time a mail is sent', async () => {
    const { id } = await make()
    const caller = await callerFor(db, id)
    const [odd, even] = ['an odd number of herons', 'an even number of herons'] as const
    let old: string = currentPassword
    for (let count = 0; count < brakes.noticeToPerson.burst; count += 1) {
      const next = count % 2 === 0 ? odd : even
      await changePassword(caller, { currentPassword: old, password: next })
      old = next
    }
    const before = await hashOf(id)
    await expect(changePassword(caller, { currentPassword: old, password })).rejects.toMatchObject({ reason: 'too_fast' })
    expect(await hashOf(id)).toBe(before)
  })
})

describe("changing one's language and time zone", () => {
  it('is refused to nobody and for what does not exist', async () => {
    const caller = await callerFor(db, (await make()).id)
    await expect(updateAccount(nobody, { language: 'ja' })).rejects.toThrow(Forbidden)
    await expect(updateAccount(caller, { language: 'fr' })).rejects.toThrow(InvalidInput)
    await expect(updateAccount(caller, { timeZone: 'Asia/Kitahama' })).rejects.toMatchObject({ fields: { timeZone: 'time_zone' } })
  })

  it('changes what is given, keeps the rest and records both', async () => {
    const { id } = await make()
    const caller = await callerFor(db, id)
    await updateAccount(caller, { timeZone: 'Europe/Lisbon' })
    await updateAccount(caller, { language: 'ja' })
    expect(await getAccount(caller, {})).toMatchObject({ language: 'ja', timeZone: 'Europe/Lisbon' })
    expect(await lastEvent(db, 'account.update')).toMatchObject({
      subjectId: id,
      details: { old: { language: 'en', timeZone: 'Europe/Lisbon' }, new: { language: 'ja', timeZone: 'Europe/Lisbon' } },
    })
    await updateAccount(caller, { timeZone: null })
    expect(await getAccount(caller, {})).toMatchObject({ timeZone: null })
  })
})

describe("one's account", () => {
  it('is refused to nobody and shows nobody else', async () => {
    await expect(getAccount(nobody, {})).rejects.toThrow(Forbidden)
    const { id, email } = await make()
    const owner = await makePerson(db, { groupId: rootId, grants: [{ role: 'owner', of: null }] })
    expect(await getAccount(await callerFor(db, id), {})).toMatchObject({ email, homeGroup: 'Kitahama Instruments', supervisor: null })
    expect(await getAccount(await callerFor(db, owner.id), {})).toMatchObject({ email: owner.email })
  })

  it('counts what is recorded', async () => {
    const caller = await callerFor(db, (await make()).id)
    expect(await getAccount(caller, {})).toMatchObject({ enrolments: 0, responses: 0, completions: 0, events: 0 })
    await updateAccount(caller, { language: 'en' })
    expect(await getAccount(caller, {})).toMatchObject({ events: 1 })
  })
})
