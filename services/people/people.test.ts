import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { people, sessions, tokens } from '#db/schema/index'
import { brakes } from '#domain/brakes/brake'
import { Conflict, Forbidden, InvalidInput, NotFound } from '#services/errors'
import { newId } from '#services/new-id'
import { findSession } from '#services/sessions/find-session'
import { lastEvent } from '#testing/audit'
import { testDatabase } from '#testing/database'
import { callerFor, makeGroup, makeOrganisation, makePerson, makeSession, testNow } from '#testing/factories'
import { createPerson } from './create-person.ts'
import { deactivatePerson } from './deactivate-person.ts'
import { getPerson } from './get-person.ts'
import { listPeople } from './list-people.ts'
import { namePeople } from './name-people.ts'
import { reactivatePerson } from './reactivate-person.ts'
import { searchPeople } from './search-people.ts'
import { updatePerson } from './update-person.ts'

const { db } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const root = { id: rootId, path: [rootId] }
const nagoya = await makeGroup(db, root, 'Nagoya works')
const osaka = await makeGroup(db, root, 'Osaka works')
const as = async (grants: NonNullable<Parameters<typeof makePerson>[1]['grants']>, groupId = rootId) =>
  callerFor(db, (await makePerson(db, { groupId, grants })).id)
const owner = await as([{ role: 'owner', of: null }])
const admin = await as([{ role: 'admin', of: null }])
const nagoyaAdmin = await as([{ role: 'admin', of: nagoya.id }])
const osakaAdmin = await as([{ role: 'admin', of: osaka.id }])
const reviewer = await as([{ role: 'reviewer', of: null }])
const learner = await as([])

let counter = 0
const fields = (more: Record<string, unknown> = {}) => {
  counter += 1
  return {
    name: `Rosa Pinto ${counter}`,
    sortName: '',
    email: `rosa${counter}@kitahama.example`,
    employeeNumber: '',
    homeGroupId: nagoya.id,
    supervisor: '',
    language: 'en',
    timeZone: '',
    ...more,
  }
}
const asForm = async (personId: string) => {
  const [row] = await db.select().from(people).where(eq(people.id, personId))
  if (!row) throw new Error('no such person')
  return { ...fields(), ...row, supervisor: '', personId, sortName: row.sortName }
}

describe('adding a person', () => {
  it('is refused to a learner and a reviewer; another branch is not found', async () => {
    for (const caller of [learner, reviewer]) await expect(createPerson(caller, fields())).rejects.toThrow(Forbidden)
    await expect(createPerson(osakaAdmin, fields())).rejects.toThrow(NotFound)
  })

  it('keeps what was given and records it, values in the details only', async () => {
    const { personId } = await createPerson(nagoyaAdmin, fields({ name: ' Rosa\u202e  Pinto ', employeeNumber: 'K-77' }))
    expect(await getPerson(nagoyaAdmin, { personId })).toMatchObject({
      name: 'Rosa Pinto',
      sortName: 'Rosa Pinto',
      employeeNumber: 'K-77',
      state: 'uninvited',
      groupName: 'Nagoya works',
    })
    const event = await lastEvent(db, 'person.create')
    expect(event).toMatchObject({ actorId: nagoyaAdmin.actor.id, subjectId: personId, groupId: nagoya.id })
    expect(event?.details).toMatchObject({ new: { name: 'Rosa Pinto' } })
  })

  it('takes an address or number that exists as a conflict, in any case of letters', async () => {
    await createPerson(nagoyaAdmin, fields({ email: 'taken@kitahama.example', employeeNumber: 'T-1' }))
    const again = createPerson(admin, fields({ email: 'TAKEN@kitahama.example' }))
    await expect(again).rejects.toThrow(new Conflict('email_taken'))
    await expect(createPerson(admin, fields({ employeeNumber: 't-1' }))).rejects.toThrow(new Conflict('employee_number_taken'))
  })

  it('takes no number that would be read as an address when signing in', async () => {
    await expect(createPerson(admin, fields({ employeeNumber: 'K@1' }))).rejects.toMatchObject({ fields: { employeeNumber: 'number_at' } })
  })

  it('refuses malformed input field by field', async () => {
    for (const email of ['no-at', 'a@b@c', 'a b@c.example', '"x"@y.example', '@x.example', 'x@', 'a@-b.example', 'Bcc: x@y.example'])
      await expect(createPerson(admin, fields({ email }))).rejects.toMatchObject({ fields: { email: 'email' } })
    await expect(createPerson(admin, fields({ email: '', employeeNumber: '' }))).rejects.toMatchObject({
      fields: { email: 'email_or_number' },
    })
    await expect(createPerson(admin, fields({ timeZone: 'Mars/Base' }))).rejects.toMatchObject({ fields: { timeZone: 'time_zone' } })
    await expect(createPerson(admin, fields({ name: '\u200b' }))).rejects.toMatchObject({ fields: { name: 'required' } })
    await expect(createPerson(admin, fields({ name: 'x'.repeat(201) }))).rejects.toMatchObject({ fields: { name: 'too_big' } })
  })

  it('finds the supervisor by address or number within sight only', async () => {
    const head = await createPerson(nagoyaAdmin, fields({ employeeNumber: 'HEAD' }))
    const { personId } = await createPerson(nagoyaAdmin, fields({ supervisor: 'head' }))
    expect((await getPerson(admin, { personId })).supervisor?.id).toBe(head.personId)
    const elsewhere = await makePerson(db, { groupId: osaka.id })
    await expect(createPerson(nagoyaAdmin, fields({ supervisor: elsewhere.email }))).rejects.toThrow(InvalidInput)
    await createPerson(nagoyaAdmin, fields({ employeeNumber: 'İ-7' }))
    for (const supervisor of ['İ-7', 'i-7']) await createPerson(nagoyaAdmin, fields({ supervisor }))
  })
})

describe('changing a person', () => {
  it('is refused below the permission, out of the branch, and for whoever holds a role', async () => {
    const { id } = await makePerson(db, { groupId: nagoya.id })
    await expect(updatePerson(reviewer, await asForm(id))).rejects.toThrow(Forbidden)
    await expect(updatePerson(osakaAdmin, await asForm(id))).rejects.toThrow(NotFound)
    const holder = await makePerson(db, { groupId: nagoya.id, grants: [{ role: 'reviewer', of: nagoya.id }] })
    await expect(updatePerson(nagoyaAdmin, await asForm(holder.id))).rejects.toThrow(Forbidden)
    await expect(updatePerson(owner, await asForm(holder.id))).resolves.toBeDefined()
  })

  it('needs reach over both ends of a move', async () => {
    const { id } = await makePerson(db, { groupId: nagoya.id })
    await expect(updatePerson(nagoyaAdmin, { ...(await asForm(id)), homeGroupId: osaka.id })).rejects.toThrow(NotFound)
    await updatePerson(admin, { ...(await asForm(id)), homeGroupId: osaka.id })
    await expect(getPerson(nagoyaAdmin, { personId: id })).rejects.toThrow(NotFound)
    expect(await getPerson(osakaAdmin, { personId: id })).toMatchObject({ homeGroupId: osaka.id })
  })

  it('ends sessions and open links with a new address, and only then', async () => {
    const { id } = await makePerson(db, { groupId: nagoya.id })
    const cookie = await makeSession(db, id)
    await db.insert(tokens).values({ id: newId(), kind: 'reset', tokenHash: newId(), personId: id, createdAt: testNow, expiresAt: testNow })
    await updatePerson(nagoyaAdmin, { ...(await asForm(id)), name: 'Another name' })
    expect(await findSession(db, cookie, testNow)).not.toBeNull()
    await updatePerson(nagoyaAdmin, { ...(await asForm(id)), email: 'new@kitahama.example' })
    expect(await findSession(db, cookie, testNow)).toBeNull()
    const [token] = await db.select().from(tokens).where(eq(tokens.personId, id))
    expect(token?.spentAt).toEqual(testNow)
    expect((await lastEvent(db, 'person.update'))?.details).toMatchObject({ new: { email: 'new@kitahama.example' } })
  })

  it('changes an address only so often, as each time a mail is sent', async () => {
    const { id } = await makePerson(db, { groupId: nagoya.id })
    const change = async (email: string) => updatePerson(nagoyaAdmin, { ...(await asForm(id)), email })
    for (let count = 0; count < brakes.noticeToPerson.burst; count += 1) await change(`address${count}@kitahama.example`)
    await expect(change('one-more@kitahama.example')).rejects.toMatchObject({ reason: 'too_fast' })
    expect((await getPerson(admin, { personId: id })).email).toBe(`address${brakes.noticeToPerson.burst - 1}@kitahama.example`)
  })

  it('refuses somebody as their own supervisor', async () => {
    const { id, email } = await makePerson(db, { groupId: nagoya.id })
    const oneself = updatePerson(nagoyaAdmin, { ...(await asForm(id)), supervisor: email })
    await expect(oneself).rejects.toMatchObject({ fields: { supervisor: 'own_supervisor' } })
  })
})

describe('deactivating and reactivating', () => {
  it('is refused out of the branch, for oneself and for the last owner', async () => {
    const { id } = await makePerson(db, { groupId: nagoya.id })
    await expect(deactivatePerson(learner, { personId: id })).rejects.toThrow(Forbidden)
    await expect(deactivatePerson(osakaAdmin, { personId: id })).rejects.toThrow(NotFound)
    await expect(deactivatePerson(admin, { personId: owner.actor.id })).rejects.toThrow(Forbidden)
    await expect(deactivatePerson(owner, { personId: owner.actor.id })).rejects.toThrow(new Conflict('own_deactivation'))
  })

  it('ends sessions at once, keeps the record, and can be taken back', async () => {
    const { id } = await makePerson(db, { groupId: nagoya.id })
    const cookie = await makeSession(db, id)
    await deactivatePerson(nagoyaAdmin, { personId: id })
    expect(await findSession(db, cookie, testNow)).toBeNull()
    const [session] = await db.select().from(sessions).where(eq(sessions.personId, id))
    expect(session?.endedAt).toEqual(testNow)
    expect(await getPerson(nagoyaAdmin, { personId: id })).toMatchObject({ state: 'inactive' })
    expect(await lastEvent(db, 'person.deactivate')).toMatchObject({ subjectId: id, groupId: nagoya.id })
    await expect(deactivatePerson(nagoyaAdmin, { personId: id })).rejects.toThrow(new Conflict('already_inactive'))
    await reactivatePerson(nagoyaAdmin, { personId: id })
    expect(await getPerson(nagoyaAdmin, { personId: id })).toMatchObject({ deactivatedAt: null })
    expect(await lastEvent(db, 'person.reactivate')).toMatchObject({ subjectId: id })
    await expect(reactivatePerson(nagoyaAdmin, { personId: id })).rejects.toThrow(new Conflict('already_active'))
    await expect(reactivatePerson(osakaAdmin, { personId: id })).rejects.toThrow(NotFound)
  })
})

describe('listing people', () => {
  it('is refused to a learner and shows nobody of another branch', async () => {
    await expect(listPeople(learner, {})).rejects.toThrow(Forbidden)
    const { rows } = await listPeople(osakaAdmin, { state: 'any' })
    expect(new Set(rows.map((row) => row.groupName))).toEqual(new Set(['Osaka works']))
    const someone = await makePerson(db, { groupId: nagoya.id, name: 'Findable Fumiko' })
    expect(await searchPeople(osakaAdmin, { q: 'findable' })).toEqual([])
    expect(await namePeople(osakaAdmin, { personIds: [someone.id] })).toEqual([])
    expect(await searchPeople(nagoyaAdmin, { q: 'findable' })).toMatchObject([{ id: someone.id }])
    expect(await namePeople(nagoyaAdmin, { personIds: [someone.id] })).toMatchObject([{ id: someone.id }])
    await expect(searchPeople(learner, { q: 'a' })).rejects.toThrow(Forbidden)
    await expect(namePeople(learner, { personIds: [] })).rejects.toThrow(Forbidden)
    await expect(getPerson(learner, { personId: someone.id })).rejects.toThrow(Forbidden)
  })

  it('filters by words, group, state and role; `%` means itself', async () => {
    const machining = await makeGroup(db, nagoya, 'Machining')
    const mako = await makePerson(db, { groupId: machining.id, name: 'Mako 100% Ueno' })
    await makePerson(db, { groupId: machining.id, name: 'Gone Ueno', deactivatedAt: testNow })
    const names = async (filter: object) => (await listPeople(admin, filter)).rows.map((row) => row.name)
    expect(await names({ q: '0% u' })).toEqual(['Mako 100% Ueno'])
    expect(await names({ q: mako.email })).toEqual(['Mako 100% Ueno'])
    expect(await names({ q: 'ueno', state: 'inactive' })).toEqual(['Gone Ueno'])
    expect(await names({ q: 'ueno', groupId: nagoya.id })).toEqual(['Mako 100% Ueno'])
    expect(await names({ q: 'ueno', groupId: nagoya.id, beneath: 'no' })).toEqual([])
    expect((await listPeople(admin, { role: 'owner' })).rows.map((row) => row.id)).toEqual([owner.actor.id])
    expect((await listPeople(admin, { role: 'admin' })).count).toBe(3)
  })

  it('knows how far somebody has come with signing in', async () => {
    const { id } = await makePerson(db, { groupId: nagoya.id, name: 'Invited Ito' })
    const state = async () => (await listPeople(admin, { q: 'Invited Ito' })).rows[0]?.state
    expect(await state()).toBe('uninvited')
    const invitation = { kind: 'invitation' as const, personId: id, createdAt: testNow }
    const [before, after] = [-1, 1].map((days) => new Date(testNow.getTime() + days * 86_400_000)) as [Date, Date]
    await db.insert(tokens).values({ ...invitation, id: newId(), tokenHash: newId(), expiresAt: before })
    expect(await state()).toBe('expired')
    await db.insert(tokens).values({ ...invitation, id: newId(), tokenHash: newId(), expiresAt: after })
    expect(await state()).toBe('invited')
    await db.update(people).set({ passwordHash: 'x' }).where(eq(people.id, id))
    expect(await state()).toBe('active')
  })

  it('gives fifty to a page and treats a malformed address as not given', async () => {
    const values = Array.from({ length: 60 }, (_, index) => index)
    for (const index of values) await makePerson(db, { groupId: osaka.id, name: `Page ${String(index).padStart(2, '0')}` })
    const second = await listPeople(admin, { q: 'Page ', page: '2' })
    expect(second).toMatchObject({ count: 60, page: 2, pages: 2 })
    expect(second.rows.map((row) => row.name)[0]).toBe('Page 50')
    expect((await listPeople(admin, { q: 'Page ', page: '-3', sort: 'x', state: 'x', role: 'x', groupId: 'x' })).page).toBe(1)
  })
})
