import { describe, expect, it } from 'vitest'
import { enrolments, organisation } from '#db/schema/index'
import { createAssignment } from '#services/assignments/create-assignment'
import { listAssignments } from '#services/assignments/list-assignments'
import { Forbidden, InvalidInput } from '#services/errors'
import { countAccounts } from '#services/people/count-accounts'
import { lastEvent } from '#testing/audit'
import { publishTestCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeGroup, makeOrganisation, makePerson } from '#testing/factories'
import { getSettings } from './get-settings.ts'
import { updateGuidance } from './update-guidance.ts'
import { updateOrganisation } from './update-organisation.ts'

const { db } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const branch = await makeGroup(db, { id: rootId, path: [rootId] })
const as = async (...grants: { role: 'admin' | 'owner'; of: string | null }[]) =>
  callerFor(db, (await makePerson(db, { groupId: rootId, grants })).id)
const owner = await as({ role: 'owner', of: null })
const admin = await as({ role: 'admin', of: null })
const branchAdmin = await as({ role: 'admin', of: branch.id })
const learner = await as()

const settings = { name: 'Kitahama Instruments', timeZone: 'Asia/Tokyo', language: 'ja' }
const guidance = { reportToEn: 'Tell the security desk.', reportToJa: '', callEn: 'Extension 119\nDay and night', callJa: '内線119' }

it('lets nobody but the owner change the organisation, and nobody read its settings who is no admin', async () => {
  for (const caller of [admin, branchAdmin, learner]) await expect(updateOrganisation(caller, settings)).rejects.toThrow(Forbidden)
  await expect(getSettings(learner, {})).rejects.toThrow(Forbidden)
  await expect(updateOrganisation(owner, { ...settings, timeZone: '+09:00' })).rejects.toMatchObject({ fields: { timeZone: 'time_zone' } })
})

it('lets admins of the whole organisation write the guidance, those of a branch not', async () => {
  for (const caller of [branchAdmin, learner]) await expect(updateGuidance(caller, guidance)).rejects.toThrow(Forbidden)
  await updateGuidance(admin, guidance)
  expect(await getSettings(branchAdmin, {})).toMatchObject(guidance)
  expect((await lastEvent(db, 'guidance.update'))?.details).toMatchObject({ new: guidance, old: { callJa: '' } })
})

describe('the contact for corrections', () => {
  const contact = { contactName: 'Training desk', contactEmail: 'Training@kitahama.example' }
  const kept = async () => {
    const { contactName, contactEmail } = await getSettings(owner, {})
    return { contactName, contactEmail }
  }
  const nobody = { contactName: null, contactEmail: null }

  it('is set by nobody but the owner', async () => {
    for (const caller of [admin, branchAdmin, learner])
      await expect(updateOrganisation(caller, { ...settings, ...contact })).rejects.toThrow(Forbidden)
    expect(await kept()).toEqual(nobody)
  })

  it.each([
    ['an address alone', { contactName: ' \u200b' }, { contactName: 'contact_half' }],
    ['a name alone', { contactEmail: '' }, { contactEmail: 'contact_half' }],
    ['what is no address', { contactEmail: 'the training desk' }, { contactEmail: 'email' }],
    ['two addresses', { contactEmail: 'a@kitahama.example, b@kitahama.example' }, { contactEmail: 'email' }],
    ['a name that is too long', { contactName: 'x'.repeat(121) }, { contactName: 'too_big' }],
    ['an address that is too long', { contactEmail: `${'x'.repeat(240)}@kitahama.example` }, { contactEmail: 'too_big' }],
  ])('is not %s', async (_, wrong, fields) => {
    const refused = updateOrganisation(owner, { ...settings, ...contact, ...wrong })
    await expect(refused).rejects.toThrow(InvalidInput)
    await expect(refused).rejects.toMatchObject({ fields })
    expect(await kept()).toEqual(nobody)
  })

  it('is kept as one line without what cannot be seen, set and taken away with an event that tells both', async () => {
    await updateOrganisation(owner, { ...settings, contactName: ' Training\n desk\u202e', contactEmail: ` ${contact.contactEmail} ` })
    expect(await kept()).toEqual(contact)
    expect((await lastEvent(db, 'organisation.update'))?.details).toMatchObject({ old: nobody, new: contact, moved: 0 })
    await updateOrganisation(owner, { ...settings, contactName: '', contactEmail: '' })
    expect(await kept()).toEqual(nobody)
    expect((await lastEvent(db, 'organisation.update'))?.details).toMatchObject({ old: contact, new: nobody })
  })

  it.each([
    ['half of it', { contactName: 'Training desk' }, 'organisation__contact__whole'],
    ['the other half', { contactEmail: 'training@kitahama.example' }, 'organisation__contact__whole'],
    ['an empty name', { ...contact, contactName: '' }, 'organisation__contact_name'],
    ['no address', { ...contact, contactEmail: 'desk' }, 'organisation__contact_email'],
  ])('is refused by the database as %s', async (_, wrong, constraint) => {
    await expect(db.update(organisation).set(wrong)).rejects.toMatchObject({ cause: { constraint } })
  })
})

it('moves the end of open due days with the time zone', async () => {
  const { id: courseId } = await publishTestCourse(db)
  const audience = { personIds: [learner.actor.id] }
  await createAssignment(admin, { courseId, audience, dueOn: '2026-12-18' })
  await updateOrganisation(owner, { ...settings, timeZone: 'Europe/Madrid' })
  const [enrolment] = await db.select().from(enrolments)
  expect(enrolment?.dueAt).toEqual(new Date('2026-12-18T22:59:59.999Z'))
  expect((await lastEvent(db, 'organisation.update'))?.details).toMatchObject({ old: { timeZone: 'Asia/Tokyo' }, moved: 1 })
})

it('tells what needs attention: assignments due soon and people who cannot sign in yet', async () => {
  expect((await listAssignments(admin, { onlyDue: true })).count).toBe(0)
  const soon = { ...admin, now: new Date('2026-12-10T00:00:00Z') }
  expect((await listAssignments(soon, { onlyDue: true })).count).toBe(1)
  expect(await countAccounts(admin, {})).toEqual({ active: 0, invited: 0, expired: 0, uninvited: 4 })
  expect(await countAccounts(branchAdmin, {})).toMatchObject({ uninvited: 0 })
  await expect(countAccounts(learner, {})).rejects.toThrow(Forbidden)
})
