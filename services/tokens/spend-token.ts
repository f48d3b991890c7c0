import { and, eq, gt, isNull, lte } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client'
import { tokens } from '#db/schema/index'
import { Conflict } from '../errors.ts'
import { hashToken } from '../sessions/session-token.ts'
import { type TokenKind, tokenLife } from './issue-token.ts'

/** A code on paper is good as long as an invitation, whatever it is for. */
const longestLife = Math.max(...Object.values(tokenLife))

/** One that is good for a day longer than any can be was made on a clock that was wrong. */
const isOpen = (kind: TokenKind, token: string, now: Date) =>
  and(
    eq(tokens.kind, kind),
    eq(tokens.tokenHash, hashToken(token)),
    isNull(tokens.spentAt),
    gt(tokens.expiresAt, now),
    lte(tokens.expiresAt, new Date(now.getTime() + longestLife + 86_400_000)),
  )

/** Spends an open link: of two at the same moment one wins. @throws Conflict `link_closed` when it is used, replaced or expired. */
export async function spendToken(tx: Transaction, kind: TokenKind, token: string, now: Date): Promise<{ personId: string | null }> {
  const [spent] = await tx
    .update(tokens)
    .set({ spentAt: now })
    .where(isOpen(kind, token, now))
    .returning({ personId: tokens.personId })
  if (!spent) throw new Conflict('link_closed')
  return spent
}

/** Whom an open link is for; null when it is not open. Changes nothing. */
export async function findOpenToken(db: Reader, kind: TokenKind, token: string, now: Date): Promise<{ personId: string | null } | null> {
  const [found] = await db
    .select({ personId: tokens.personId })
    .from(tokens)
    .where(isOpen(kind, token, now))
  return found ?? null
}
