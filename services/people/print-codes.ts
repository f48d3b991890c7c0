import { randomBytes } from 'node:crypto'
import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Transaction } from '#db/client'
import { environment } from '#db/environment'
import { groups, people, roleGrants, tokens } from '#db/schema/index'
import type { AccountState } from '#domain/people/account-state'
import { codeOf } from '#domain/people/code'
import { type Actor, can, type Reach } from '#domain/policy'
import { optionalId } from '#domain/text'
import { command } from '../command.ts'
import { Conflict, NotFound } from '../errors.ts'
import { newId } from '../new-id.ts'
import { query } from '../query.ts'
import { peopleWithin } from '../reach.ts'
import { hashToken } from '../sessions/session-token.ts'
import { tokenLife } from '../tokens/issue-token.ts'
import { accountStateAt } from './account-state.ts'

/** People on one sheet at most. */
export const largestSheet = 500

export interface Codeless {
  id: string
  name: string
  employeeNumber: string | null
  groupName: string
  state: AccountState
}

/** Active people within reach without an e-mail address; whoever holds a role only for those who may grant roles. */
function areCodeless(actor: Actor, reach: Reach, now: Date) {
  const grants = new QueryBuilder()
    .select({ one: sql`1` })
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, people.id), isNull(roleGrants.revokedAt), or(isNull(roleGrants.endsAt), gt(roleGrants.endsAt, now))))
  const mayManage = can(actor, 'role.grant', {}) ? undefined : sql`not exists (${grants})`
  return and(isNull(people.email), isNull(people.deactivatedAt), peopleWithin(reach), mayManage)
}

const columns = { id: people.id, name: people.name, employeeNumber: people.employeeNumber, groupName: groups.name }

/** Who can get a code on paper: one person, a group with all beneath it, or everybody within reach. */
export const listCodeless = query({
  permission: 'person.manage',
  input: z.object({ personId: optionalId.catch(null), groupId: optionalId.catch(null) }),
  run: ({ db, actor, now, reach, input: { personId, groupId } }): Promise<Codeless[]> =>
    db
      .select({ ...columns, state: accountStateAt(now) })
      .from(people)
      .innerJoin(groups, eq(groups.id, people.homeGroupId))
      .where(
        and(
          areCodeless(actor, reach, now),
          personId ? eq(people.id, personId) : undefined,
          groupId ? sql`${groupId}::uuid = any(${groups.path})` : undefined,
        ),
      )
      .orderBy(groups.name, people.sortName, people.id)
      .limit(largestSheet),
})

export interface Slips {
  /** Where a code is typed in. */
  address: string
  slips: Slip[]
}

export interface Slip {
  name: string
  employeeNumber: string | null
  groupName: string
  /** Known to nobody but whoever reads this; the database keeps its hash. */
  code: string
}

/**
 * Makes a code on paper for people without an e-mail address: their invitation, or a new password for who has one already. It is good for
 * seven days and once, and replaces earlier ones.
 */
export const printCodes = command({
  permission: 'person.manage',
  input: z.object({ personIds: z.array(z.uuid()).min(1).max(largestSheet) }),
  subject: async ({ tx, actor, now, reach, input }) => {
    const rows = await hold(tx, actor, reach, now, [...new Set(input.personIds)])
    return { rows, groupPath: rows[0]?.groupPath ?? [] } // each was loaded within reach; one stands for all
  },
  run: async ({ tx, now, subject: { rows } }): Promise<Slips> => {
    const kindOf = (row: (typeof rows)[number]) => (row.hasPassword ? ('reset' as const) : ('invitation' as const))
    const ids = rows.map(({ id }) => id)
    await tx
      .update(tokens)
      .set({ spentAt: now })
      .where(and(inArray(tokens.personId, ids), inArray(tokens.kind, ['invitation', 'reset']), isNull(tokens.spentAt)))
    const codes = new Map(rows.map(({ id }) => [id, codeOf(randomBytes(10))]))
    const codeFor = (id: string) => codes.get(id) ?? ''
    const expiresAt = new Date(now.getTime() + tokenLife.invitation)
    await tx.insert(tokens).values(
      rows.map((row) => ({
        id: newId(),
        kind: kindOf(row),
        tokenHash: hashToken(codeFor(row.id)),
        personId: row.id,
        createdAt: now,
        expiresAt,
      })),
    )
    const slips = rows.map(({ id, name, employeeNumber, groupName }) => ({ name, employeeNumber, groupName, code: codeFor(id) }))
    return { address: `${environment().publicUrl}/invite`, slips }
  },
  event: {
    verb: 'person.print_code',
    of: ({ subject: { rows } }) => rows.map((row) => ({ subjectKind: 'person', subjectId: row.id, groupId: row.groupId })),
  },
})

/** Loads and locks the people; all of them, or none is found. */
async function hold(tx: Transaction, actor: Actor, reach: Reach, now: Date, ids: string[]) {
  const rows = await tx
    .select({
      ...columns,
      groupId: people.homeGroupId,
      groupPath: groups.path,
      hasPassword: sql<boolean>`${people.passwordHash} is not null`,
    })
    .from(people)
    .innerJoin(groups, eq(groups.id, people.homeGroupId))
    .where(and(inArray(people.id, ids), areCodeless(actor, reach, now)))
    .orderBy(groups.name, people.sortName, people.id)
    .for('update', { of: people })
  if (rows.length < ids.length) throw rows.length === 0 ? new NotFound() : new Conflict('people_changed')
  return rows
}
