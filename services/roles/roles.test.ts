import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { roleGrants } from '#db/schema/index'
import type { Role } from '#domain/policy'
import { Conflict, Forbidden } from '#services/errors'
import { deactivatePerson } from '#services/people/deactivate-person'
import { findSession } from '#services/sessions/find-session'
import { lastEvent } from '#testing/audit'
import { testDatabase } from '#testing/database'
import { callerFor, makeGroup, makeOrganisation, makePerson, makeSession, testNow } from '#testing/factories'
import { grantRole } from './grant-role.ts'
import { revokeRole } from './revoke-role.ts'

const { db } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const nagoya = await makeGroup(db, { id: rootId, path: [rootId] })
const as = async (...grants: { role: Role; of: string | null }[]) => callerFor(db, (await makePerson(db, { groupId: rootId, grants })).id)
const owner = await as({ role: 'owner', of: null })
const admin = await as({ role: 'admin', of: null })

const someone = async () => (await makePerson(db, { groupId: nagoya.id })).id
const wish = (personId: string, role: Role, more: object = {}) => ({ personId, role, groupId: '', endsOn: '', ...more })
const liveGrantOf = async (personId: string) => {
  const [grant] = await db
    .select()
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, personId), isNull(roleGrants.revokedAt)))
  if (!grant) throw new Error('no grant')
  return grant
}

describe('granting a role', () => {
  it('is refused to an admin, and to anybody for themselves', async () => {
    await expect(grantRole(admin, wish(await someone(), 'reviewer'))).rejects.toThrow(Forbidden)
    await expect(grantRole(owner, wish(owner.actor.id, 'admin'))).rejects.toThrow(new Conflict('own_role'))
  })

  it('acts at once, for the branch it names, and is recorded', async () => {
    const personId = await someone()
    const cookie = await makeSession(db, personId)
    await grantRole(owner, wish(personId, 'admin', { groupId: nagoya.id }))
    expect((await findSession(db, cookie, testNow))?.actor.grants).toEqual([{ role: 'admin', groupId: nagoya.id }])
    expect(await lastEvent(db, 'role.grant')).toMatchObject({ subjectId: personId, details: { role: 'admin', groupId: nagoya.id } })
    await expect(grantRole(owner, wish(personId, 'admin', { groupId: nagoya.id }))).rejects.toThrow(new Conflict('role_held'))
  })

  it('asks an end of an auditor, none of an owner, and no day that is over', async () => {
    const personId = await someone()
    await expect(grantRole(owner, wish(personId, 'auditor'))).rejects.toMatchObject({ fields: { endsOn: 'auditor_end' } })
    const ending = (role: Role, endsOn: string) => grantRole(owner, wish(personId, role, { endsOn }))
    await expect(ending('owner', '2027-01-01')).rejects.toMatchObject({ fields: { endsOn: 'owner_end' } })
    await expect(ending('auditor', '2026-11-21')).rejects.toMatchObject({ fields: { endsOn: 'past' } })
    await expect(grantRole(owner, wish(personId, 'owner', { groupId: nagoya.id }))).rejects.toMatchObject({
      fields: { groupId: 'owner_whole' },
    })
    await ending('auditor', '2026-11-22')
    expect((await liveGrantOf(personId)).endsAt).toEqual(new Date('2026-11-22T14:59:59.999Z'))
  })

  it('gives a role anew after it ended by itself', async () => {
    const personId = await someone()
    await grantRole(owner, wish(personId, 'auditor', { endsOn: '2026-11-30' }))
    const later = { ...owner, now: new Date('2026-12-05T00:00:00Z') }
    await grantRole(later, wish(personId, 'auditor', { endsOn: '2026-12-31' }))
    expect((await liveGrantOf(personId)).endsAt).toEqual(new Date('2026-12-31T14:59:59.999Z'))
  })
})

describe('revoking a role', () => {
  it('is refused to an admin, and to anybody for themselves', async () => {
    const { id } = await liveGrantOf(owner.actor.id)
    await expect(revokeRole(admin, { grantId: id })).rejects.toThrow(Forbidden)
    await expect(revokeRole(owner, { grantId: id })).rejects.toThrow(new Conflict('own_role'))
  })

  it('acts at once and is recorded', async () => {
    const { id } = await makePerson(db, { groupId: nagoya.id, grants: [{ role: 'reviewer', of: null }] })
    const cookie = await makeSession(db, id)
    await revokeRole(owner, { grantId: (await liveGrantOf(id)).id })
    expect((await findSession(db, cookie, testNow))?.actor.grants).toEqual([])
    expect(await lastEvent(db, 'role.revoke')).toMatchObject({ subjectId: id, details: { role: 'reviewer' } })
  })

  it('leaves one owner when two take the role, or the other, away at the same moment', async () => {
    let first = owner
    for (const isByDeactivation of [false, true, false, true]) {
      const second = await as({ role: 'owner', of: null })
      const [grantOfFirst, grantOfSecond] = [await liveGrantOf(first.actor.id), await liveGrantOf(second.actor.id)]
      const racing = await Promise.allSettled([
        revokeRole(second, { grantId: grantOfFirst.id }),
        isByDeactivation ? deactivatePerson(first, { personId: second.actor.id }) : revokeRole(first, { grantId: grantOfSecond.id }),
      ])
      const refused = racing.filter((each) => each.status === 'rejected').map((each) => each.reason)
      expect(refused).toEqual([new Conflict('last_owner')])
      if (racing[0].status === 'fulfilled') first = second
    }
  })
})
