import { eq } from 'drizzle-orm'
import { Client } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { auditDetails, auditEvents } from '#db/schema/index'
import type { Role } from '#domain/policy'
import { testDatabase } from '#testing/database'
import { anonymous, callerFor, type GroupMade, makeGroup, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { asSystem } from '../caller.ts'
import { command } from '../command.ts'
import { Forbidden } from '../errors.ts'
import { eventsPerPage, listEvents } from './list-events.ts'

const { db, owner } = await testDatabase()
let root: GroupMade
let works: GroupMade
let office: GroupMade
let kenji: string

/** A command that leaves the event it is told to. */
const leave = command({
  permission: 'person.manage',
  input: z.object({
    kind: z.string(),
    id: z.string().nullable(),
    group: z.string().nullable(),
    details: z.record(z.string(), z.json()).optional(),
  }),
  subject: async ({ input }) => ({ groupPath: [input.group ?? ''] }),
  run: async () => undefined,
  event: {
    verb: 'person.update',
    of: ({ input }) => ({ subjectKind: input.kind, subjectId: input.id, groupId: input.group, details: input.details }),
  },
})

const reader = (...grants: { role: Role; of: string | null }[]) =>
  makePerson(db, { groupId: root.id, name: 'Reader', grants }).then(({ id }) => callerFor(db, id))

beforeAll(async () => {
  const { rootId } = await makeOrganisation(db)
  root = { id: rootId, path: [rootId] }
  works = await makeGroup(db, root, 'Works')
  office = await makeGroup(db, root, 'Office')
  kenji = (await makePerson(db, { groupId: works.id, name: 'Kenji Mori' })).id
  const admin = await callerFor(
    db,
    (await makePerson(db, { groupId: root.id, name: 'Aya Admin', grants: [{ role: 'admin', of: null }] })).id,
  )
  await leave(
    { ...admin, now: new Date('2026-11-19T14:59:59Z') },
    { kind: 'person', id: kenji, group: works.id, details: { new: { email: 'k@x.example', n: 1 } } },
  )
  await leave({ ...admin, now: new Date('2026-11-19T15:00:00Z') }, { kind: 'group', id: office.id, group: office.id })
  await leave(asSystem(db, testNow), { kind: 'organisation', id: null, group: null })
})

describe('refuses', () => {
  test('whoever may not read the log', async () => {
    for (const caller of [await reader(), anonymous(db)]) await expect(listEvents(caller, {})).rejects.toThrow(Forbidden)
  })
})

const subjectsSeen = async (...grants: Parameters<typeof reader>) =>
  (await listEvents(await reader(...grants), {})).events.map(({ subject }) => subject.name ?? subject.kind)

test('whoever reads for the whole organisation sees all, newest first; for a branch its events only', async () => {
  for (const role of ['owner', 'admin', 'reviewer', 'auditor'] as const)
    expect(await subjectsSeen({ role, of: null }), role).toEqual(['organisation', 'Office', 'Kenji Mori'])
  expect(await subjectsSeen({ role: 'admin', of: works.id })).toEqual(['Kenji Mori'])
  expect(await subjectsSeen({ role: 'reviewer', of: works.id }, { role: 'auditor', of: office.id })).toEqual(['Office', 'Kenji Mori'])
})

test('finds by deed, by who acted, by whom it concerned and by the days of the reader', async () => {
  const caller = await reader({ role: 'owner', of: null })
  const found = async (filter: object) => (await listEvents(caller, filter)).events.map(({ subject }) => subject.name ?? subject.kind)
  expect(await found({ verb: 'person.create' })).toEqual([])
  expect(await found({ actor: 'aya' })).toEqual(['Office', 'Kenji Mori'])
  expect(await found({ subject: 'mori' })).toEqual(['Kenji Mori'])
  expect(await found({ subject: kenji })).toEqual(['Kenji Mori'])
  expect(await found({ subject: '%' })).toEqual([])
  expect(await found({ to: '2026-11-19' })).toEqual(['Kenji Mori'])
  expect(await found({ from: '2026-11-20', to: '2026-11-20' })).toEqual(['Office'])
})

test('details are shown with their proof, told apart when changed from outside, and missed when erased', async () => {
  const caller = await reader({ role: 'owner', of: null })
  const ofKenji = async () => (await listEvents(caller, { subject: kenji })).events[0]
  const event = await ofKenji()
  expect(event?.details).toEqual({ state: 'intact', details: { new: { email: 'k@x.example', n: 1 } } })
  await db
    .update(auditDetails)
    .set({ details: { new: { email: 'other@x.example', n: 1 } } })
    .where(eq(auditDetails.eventId, event?.id ?? ''))
  expect(await ofKenji()).toMatchObject({ details: { state: 'changed' } })
  await db.delete(auditDetails).where(eq(auditDetails.eventId, event?.id ?? ''))
  expect(await ofKenji()).toMatchObject({ details: { state: 'erased' }, detailsHash: event?.detailsHash })
})

test('goes through all events page by page, each once, also where many share a time', async () => {
  const system = asSystem(db, new Date('2026-11-21T00:00:00Z'))
  for (let made = 0; made < eventsPerPage + 10; made += 1) await leave(system, { kind: 'organisation', id: null, group: null })
  const caller = await reader({ role: 'owner', of: null })
  const seen: string[] = []
  let before: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listEvents>> = await listEvents(caller, { before })
    seen.push(...page.events.map(({ id }) => id))
    before = page.next
  } while (before !== null)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBe(await db.$count(auditEvents))
})

test('an event is never changed, whoever asks', async () => {
  await expect(db.delete(auditEvents)).rejects.toThrow()
  const client = new Client(owner)
  await client.connect()
  await expect(client.query("update audit_events set verb = 'nothing'")).rejects.toThrow(/never changed/)
  await client.end()
})
