import { and, asc, desc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '#db/client'
import { groups, leaves, people, roleGrants, sessions, tokens } from '#db/schema/index'
import { OnePerson } from '#domain/people/schema'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { peopleWithin } from '../reach.ts'
import { accountStateAt } from './account-state.ts'

const supervisor = alias(people, 'supervisor')

const grantsOf = (db: Database, personId: string, now: Date) =>
  db
    .select({
      id: roleGrants.id,
      role: roleGrants.role,
      groupName: groups.name,
      grantedAt: roleGrants.grantedAt,
      endsAt: roleGrants.endsAt,
    })
    .from(roleGrants)
    .leftJoin(groups, eq(groups.id, roleGrants.groupId))
    .where(and(eq(roleGrants.personId, personId), isNull(roleGrants.revokedAt), or(isNull(roleGrants.endsAt), gt(roleGrants.endsAt, now))))
    .orderBy(asc(roleGrants.grantedAt))

const lastInvitation = sql<string | null>`(select max(${tokens.expiresAt}) from ${tokens}
  where ${tokens.personId} = ${people.id} and ${tokens.kind} = 'invitation')`
const lastSeen = sql<string | null>`(select max(${sessions.lastSeenAt}) from ${sessions} where ${sessions.personId} = ${people.id})`

const asDate = (text: string | null) => (text === null ? null : new Date(text))

/** All that an admin knows about a person: fields, account, roles held now, leave. */
export const getPerson = query({
  permission: 'person.manage',
  input: OnePerson,
  run: async ({ db, now, reach, input: { personId } }) => {
    const [row] = await db
      .select({
        id: people.id,
        name: people.name,
        sortName: people.sortName,
        email: people.email,
        employeeNumber: people.employeeNumber,
        homeGroupId: people.homeGroupId,
        groupName: groups.name,
        supervisor: { id: supervisor.id, name: supervisor.name, email: supervisor.email, employeeNumber: supervisor.employeeNumber },
        language: people.language,
        timeZone: people.timeZone,
        createdAt: people.createdAt,
        deactivatedAt: people.deactivatedAt,
        state: accountStateAt(now),
        invitedUntil: lastInvitation,
        lastSeenAt: lastSeen,
      })
      .from(people)
      .innerJoin(groups, eq(groups.id, people.homeGroupId))
      .leftJoin(supervisor, eq(supervisor.id, people.supervisorId))
      .where(and(eq(people.id, personId), peopleWithin(reach)))
    if (!row) throw new NotFound()
    const away = await db.select().from(leaves).where(eq(leaves.personId, personId)).orderBy(desc(leaves.startsOn))
    return {
      ...row,
      invitedUntil: asDate(row.invitedUntil),
      lastSeenAt: asDate(row.lastSeenAt),
      grants: await grantsOf(db, personId, now),
      leaves: away,
    }
  },
})
export type PersonView = Awaited<ReturnType<typeof getPerson>>
