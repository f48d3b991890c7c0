import { randomBytes } from 'node:crypto'
import type { Database } from '#db/client'
import { groups, organisation, people, roleGrants, sessions } from '#db/schema/index'
import type { PersonActor, Role } from '#domain/policy'
import type { Caller } from '#services/caller'
import { newId } from '#services/new-id'
import { findSession } from '#services/sessions/find-session'
import { hashToken, newToken } from '#services/sessions/session-token'

/** Sunday 22 November 2026, 9:00 in Tokyo: the time of every test that does not say otherwise. */
export const testNow = new Date('2026-11-22T00:00:00Z')

const unique = (word: string) => `${word} ${randomBytes(3).toString('hex')}`

/** The organisation with its root group; once per database. */
export async function makeOrganisation(db: Database, now = testNow): Promise<{ rootId: string }> {
  await db.insert(organisation).values({ name: 'Kitahama Instruments', timeZone: 'Asia/Tokyo', language: 'en', createdAt: now })
  const rootId = newId()
  await db.insert(groups).values({ id: rootId, parentId: null, name: 'Kitahama Instruments', path: [rootId], createdAt: now })
  return { rootId }
}

export interface GroupMade {
  id: string
  path: string[]
}

export async function makeGroup(db: Database, parent: GroupMade, name = unique('Group'), now = testNow): Promise<GroupMade> {
  const id = newId()
  const path = [...parent.path, id]
  await db.insert(groups).values({ id, parentId: parent.id, name, path, createdAt: now })
  return { id, path }
}

interface PersonWishes {
  groupId: string
  name?: string
  email?: string | null
  language?: 'en' | 'ja'
  supervisorId?: string
  /** Roles; a group id in `of` grants a branch, null the whole organisation. */
  grants?: { role: Role; of: string | null }[]
  passwordHash?: string
  deactivatedAt?: Date
  employeeNumber?: string
  now?: Date
}

export async function makePerson(db: Database, wishes: PersonWishes): Promise<{ id: string; email: string | null }> {
  const {
    groupId,
    name = unique('Person'),
    language = 'en',
    supervisorId = null,
    grants = [],
    passwordHash = null,
    deactivatedAt = null,
    now = testNow,
  } = wishes
  const id = newId()
  const email = wishes.email === undefined ? `${id}@kitahama.example` : wishes.email
  // Whoever has no address signs in by number.
  const employeeNumber = wishes.employeeNumber ?? (email === null ? `N${id}` : null)
  await db.insert(people).values({
    id,
    name,
    sortName: name,
    email,
    employeeNumber,
    homeGroupId: groupId,
    supervisorId,
    language,
    passwordHash,
    createdAt: now,
    deactivatedAt,
  })
  for (const { role, of } of grants) {
    const endsAt = role === 'auditor' ? new Date(now.getTime() + 30 * 86_400_000) : null
    await db.insert(roleGrants).values({ id: newId(), personId: id, role, groupId: of, grantedAt: now, endsAt })
  }
  return { id, email }
}

/** Signs a person in without asking for a password; returns what the cookie would carry. */
export async function makeSession(db: Database, personId: string, now = testNow): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + 12 * 3_600_000)
  await db.insert(sessions).values({ id: newId(), tokenHash: hashToken(token), personId, createdAt: now, lastSeenAt: now, expiresAt })
  return token
}

/** The caller a signed-in person is, read back as the application reads it. */
export async function callerFor(db: Database, personId: string, now = testNow): Promise<Caller & { actor: PersonActor }> {
  const session = await findSession(db, await makeSession(db, personId, now), now)
  if (!session) throw new Error('this person cannot sign in')
  return { actor: session.actor, now, db }
}

export const anonymous = (db: Database, now = testNow): Caller => ({ actor: { kind: 'anonymous' }, now, db })
