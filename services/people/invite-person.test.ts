import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { tokens } from '#db/schema/index'
import { brakes } from '#domain/brakes/brake'
import { Forbidden, NotFound } from '#services/errors'
import { lastEvent } from '#testing/audit'
import { testDatabase } from '#testing/database'
import { callerFor, makeGroup, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { queuedMail } from '#testing/mail'
import { invitePerson } from './invite-person.ts'

const { db } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const root = { id: rootId, path: [rootId] }
const nagoya = await makeGroup(db, root, 'Nagoya works')
const osaka = await makeGroup(db, root, 'Osaka works')
const as = async (role?: 'admin' | 'owner' | 'reviewer', of: string | null = null) =>
  callerFor(db, (await makePerson(db, { groupId: rootId, grants: role ? [{ role, of }] : [] })).id)
const admin = await as('admin', nagoya.id)
const make = (more: Partial<Parameters<typeof makePerson>[1]> = {}) => makePerson(db, { groupId: nagoya.id, ...more })

describe('inviting a person', () => {
  it('is refused to a learner and a reviewer; another branch is not found; who holds a role is invited by the owner', async () => {
    const { id: personId } = await make()
    for (const caller of [await as(), await as('reviewer')]) await expect(invitePerson(caller, { personId })).rejects.toThrow(Forbidden)
    await expect(invitePerson(await as('admin', osaka.id), { personId })).rejects.toThrow(NotFound)
    const reviewer = await make({ grants: [{ role: 'reviewer', of: null }] })
    await expect(invitePerson(admin, { personId: reviewer.id })).rejects.toThrow(Forbidden)
    await expect(invitePerson(await as('owner'), { personId: reviewer.id })).resolves.toBeUndefined()
  })

  it.each([
    ['no_email', { email: null }],
    ['person_inactive', { deactivatedAt: testNow }],
    ['already_joined', { passwordHash: 'a hash' }],
  ])('is refused with %s, and sends nothing', async (reason, more) => {
    const { id: personId } = await make(more)
    const before = (await queuedMail(db)).length
    await expect(invitePerson(admin, { personId })).rejects.toMatchObject({ reason })
    expect(await queuedMail(db)).toHaveLength(before)
  })

  it('is slowed down for one person, so that nobody is flooded with mail', async () => {
    const { id: personId } = await make()
    for (let count = 0; count < brakes.invitationOfPerson.burst; count += 1) await invitePerson(admin, { personId })
    await expect(invitePerson(admin, { personId })).rejects.toMatchObject({ reason: 'too_fast', values: { minutes: 60 } })
  })

  it('queues a mail that carries an id only, replaces earlier invitations and is recorded', async () => {
    const { id: personId, email } = await make()
    await invitePerson(admin, { personId })
    await invitePerson(admin, { personId })
    const rows = await db.select().from(tokens).where(eq(tokens.personId, personId)).orderBy(tokens.id)
    expect(rows.map((row) => row.spentAt !== null)).toEqual([true, false])
    expect((await queuedMail(db)).at(-1)).toEqual({ kind: 'invitation', tokenId: rows[1]?.id })
    expect(await lastEvent(db, 'person.invite')).toMatchObject({
      actorId: admin.actor.id,
      subjectId: personId,
      groupId: nagoya.id,
      details: { address: email },
    })
  })
})
