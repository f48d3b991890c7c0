import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { auditEvents, tokens } from '#db/schema/index'
import { writeCode } from '#domain/people/code'
import { Conflict, Forbidden, InvalidInput, NotFound } from '#services/errors'
import { lastEvent } from '#testing/audit'
import { testDatabase } from '#testing/database'
import { anonymous, callerFor, makeGroup, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { queuedMail } from '#testing/mail'
import { acceptInvitation } from '../account/accept-invitation.ts'
import { findCode } from '../account/find-code.ts'
import { findLink } from '../account/find-link.ts'
import { resetPassword } from '../account/reset-password.ts'
import { createSession } from '../sessions/create-session.ts'
import { listCodeless, printCodes } from './print-codes.ts'

const { db } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const root = { id: rootId, path: [rootId] }
const works = await makeGroup(db, root, 'Nagoya works')
const assembly = await makeGroup(db, works, 'Assembly')
const elsewhere = await makeGroup(db, root, 'Osaka works')
const as = async (role?: 'admin' | 'owner' | 'reviewer', of: string | null = null) =>
  callerFor(db, (await makePerson(db, { groupId: rootId, grants: role ? [{ role, of }] : [] })).id)
const admin = await as('admin', works.id)
const nobody = anonymous(db)
const device = { userAgent: '', isShared: true, address: '192.0.2.7' }
const password = 'stapler cloud ferry'
const make = async (more: Partial<Parameters<typeof makePerson>[1]> = {}) =>
  (await makePerson(db, { groupId: works.id, email: null, ...more })).id
const print = async (...personIds: string[]) => (await printCodes(admin, { personIds })).slips
const codeFor = async (personId: string) => (await print(personId))[0]?.code ?? ''
const openTokens = (personId: string) =>
  db
    .select()
    .from(tokens)
    .where(and(eq(tokens.personId, personId), isNull(tokens.spentAt)))

describe('codes on paper', () => {
  it('are refused to learners and reviewers; a person of another branch is not found, nor one with a role by who may not grant roles', async () => {
    const personIds = [await make()]
    for (const caller of [nobody, await as(), await as('reviewer')]) {
      await expect(printCodes(caller, { personIds })).rejects.toThrow(Forbidden)
      await expect(listCodeless(caller, {})).rejects.toThrow(Forbidden)
    }
    const other = await as('admin', elsewhere.id)
    await expect(printCodes(other, { personIds })).rejects.toThrow(NotFound)
    expect((await listCodeless(other, {})).map(({ id }) => id)).not.toContain(personIds[0])
    const reviewer = await make({ grants: [{ role: 'reviewer', of: null }] })
    await expect(printCodes(admin, { personIds: [reviewer] })).rejects.toThrow(NotFound)
    expect((await printCodes(await as('owner'), { personIds: [reviewer] })).slips).toHaveLength(1)
  })

  it('are made for all who were asked for, or for nobody', async () => {
    const willing = await make()
    const byMail = (await makePerson(db, { groupId: works.id })).id
    const gone = await make({ deactivatedAt: testNow })
    for (const unfit of [byMail, gone, (await as()).actor.id])
      await expect(printCodes(admin, { personIds: [willing, unfit] })).rejects.toThrow(Conflict)
    expect(await openTokens(willing)).toEqual([])
    await expect(printCodes(admin, { personIds: [] })).rejects.toThrow(InvalidInput)
    await expect(printCodes(admin, { personIds: ['not an id'] })).rejects.toThrow(InvalidInput)
  })

  it('stand on slips in the order of groups and names, one for each person however often asked for', async () => {
    const [b, a] = [await make({ name: 'Berit' }), await make({ name: 'Asta' })]
    const c = await make({ name: 'Abel', groupId: assembly.id, employeeNumber: 'K-77' })
    const slips = await print(b, a, c, a)
    expect(slips.map(({ name, groupName }) => [name, groupName])).toEqual([
      ['Abel', 'Assembly'],
      ['Asta', 'Nagoya works'],
      ['Berit', 'Nagoya works'],
    ])
    expect(slips[0]?.employeeNumber).toBe('K-77')
    expect(new Set(slips.map(({ code }) => code)).size).toBe(3)
  })

  it('are listed for one person, or a group with all beneath it', async () => {
    const group = await makeGroup(db, works, 'Paint shop')
    const beneath = await makeGroup(db, group, 'Night shift')
    const [one, two] = [await make({ groupId: group.id }), await make({ groupId: beneath.id })]
    const ids = async (input: object) => (await listCodeless(admin, input)).map(({ id }) => id).sort()
    expect(await ids({ groupId: group.id })).toEqual([one, two].sort())
    expect(await ids({ personId: two })).toEqual([two])
    expect(await ids({ groupId: elsewhere.id })).toEqual([])
  })

  it('are stored as hashes, send no mail, and leave an event for each person without the code', async () => {
    const [one, two] = [await make(), await make()]
    const mails = (await queuedMail(db)).length
    const codes = (await print(one, two)).map(({ code }) => code)
    const stored = JSON.stringify([
      await db.select().from(tokens),
      await db.select().from(auditEvents),
      await lastEvent(db, 'person.print_code'),
    ])
    for (const code of codes) expect(stored).not.toContain(code)
    expect(await queuedMail(db)).toHaveLength(mails)
    const events = await db.select().from(auditEvents).where(eq(auditEvents.verb, 'person.print_code'))
    for (const subjectId of [one, two])
      expect(events).toContainEqual(expect.objectContaining({ subjectId, actorId: admin.actor.id, groupId: works.id }))
  })

  it('let a person join who then signs in by employee number; typing them is forgiving', async () => {
    const personId = await make({ employeeNumber: 'K-1024' })
    const code = await codeFor(personId)
    const typed = ` ${writeCode(code).toLowerCase()} `
    const { kind, token } = await findCode(nobody, { code: typed })
    expect(kind).toBe('invitation')
    expect(await findLink(nobody, { kind, token })).toMatchObject({ identifier: 'K-1024' })
    await expect(acceptInvitation(nobody, { token, password: 'K-1024 K-1024', ...device })).rejects.toThrow(InvalidInput)
    await acceptInvitation(nobody, { token, password, ...device })
    await expect(createSession(nobody, { identifier: 'k-1024', password, ...device })).resolves.toBeDefined()
    await expect(findCode(nobody, { code })).rejects.toMatchObject({ fields: { code: 'code_closed' } })
  })

  it('choose a new password for who has joined already, and end their sessions', async () => {
    const personId = await make({ employeeNumber: 'K-2048', passwordHash: 'a hash' })
    const { kind, token } = await findCode(nobody, { code: await codeFor(personId) })
    expect(kind).toBe('reset')
    await resetPassword(nobody, { token, password })
    await expect(createSession(nobody, { identifier: 'K-2048', password, ...device })).resolves.toBeDefined()
  })

  it('replace earlier ones and are good for seven days', async () => {
    const personId = await make()
    const first = await codeFor(personId)
    const second = await codeFor(personId)
    await expect(findCode(nobody, { code: first })).rejects.toThrow(InvalidInput)
    expect(await openTokens(personId)).toHaveLength(1)
    const atDay = (days: number) => anonymous(db, new Date(testNow.getTime() + days * 86_400_000))
    await expect(findCode(atDay(7), { code: second })).rejects.toThrow(InvalidInput)
    await expect(findCode(atDay(6), { code: second })).resolves.toMatchObject({ kind: 'invitation' })
  })

  it.each(['', 'too short', '0'.repeat(17), 'UUUU-UUUU-UUUU-UUUU', '\u0000'.repeat(16)])(
    '%j is told not to be a whole code',
    async (code) => {
      await expect(findCode(nobody, { code })).rejects.toMatchObject({ fields: { code: 'no_code' } })
    },
  )
})
