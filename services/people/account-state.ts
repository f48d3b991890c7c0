import { and, eq, isNull, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { people, tokens } from '#db/schema/index'
import type { AccountState } from '#domain/people/account-state'

/** The account state of a row of `people` at `now`, as SQL: lists filter by it. */
export function accountStateAt(now: Date) {
  const invitations = (more?: ReturnType<typeof and>) =>
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(tokens)
      .where(and(eq(tokens.personId, people.id), eq(tokens.kind, 'invitation'), more))
  const isGood = and(isNull(tokens.spentAt), sql`${tokens.expiresAt} > ${now.toISOString()}::timestamptz`)
  return sql<AccountState>`case
    when ${people.deactivatedAt} is not null then 'inactive'
    when ${people.passwordHash} is not null then 'active'
    when exists (${invitations(isGood)}) then 'invited'
    when exists (${invitations()}) then 'expired'
    else 'uninvited' end`
}
