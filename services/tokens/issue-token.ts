import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { tokens } from '#db/schema/index'
import { newId } from '../new-id.ts'
import { hashToken, newToken } from '../sessions/session-token.ts'

export type TokenKind = (typeof tokens.$inferSelect)['kind']

const hour = 3_600_000
/** How long a link is good, in milliseconds. */
export const tokenLife: Record<TokenKind, number> = { setup: hour, invitation: 7 * 24 * hour, reset: hour }

interface Wish {
  kind: TokenKind
  personId: string | null
  now: Date
}

/** Makes the open links of a person worthless: those of one kind, or all of them. */
export async function voidTokens(tx: Transaction, { kind, personId, now }: Omit<Wish, 'kind'> & { kind?: TokenKind }): Promise<void> {
  const ofPerson = personId === null ? isNull(tokens.personId) : eq(tokens.personId, personId)
  await tx
    .update(tokens)
    .set({ spentAt: now })
    .where(and(kind && eq(tokens.kind, kind), ofPerson, isNull(tokens.spentAt)))
}

/**
 * A new link. It replaces earlier open ones but for a reset: anybody may ask for that, and would close the one that its person has in hand.
 * Nobody knows its token yet: `armToken` makes it when it is handed over.
 */
export async function issueToken(tx: Transaction, wish: Wish): Promise<string> {
  if (wish.kind !== 'reset') await voidTokens(tx, wish)
  const id = newId()
  const { kind, personId, now } = wish
  const expiresAt = new Date(now.getTime() + tokenLife[kind])
  await tx.insert(tokens).values({ id, kind, tokenHash: `not handed over: ${id}`, personId, createdAt: now, expiresAt })
  return id
}

/** Gives an open link its token and its full time. Null when it was spent or replaced meanwhile. Again: the earlier token is worthless. */
export async function armToken(tx: Transaction, id: string, kind: TokenKind, now: Date): Promise<string | null> {
  const token = newToken()
  const armed = await tx
    .update(tokens)
    .set({ tokenHash: hashToken(token), expiresAt: new Date(now.getTime() + tokenLife[kind]) })
    .where(and(eq(tokens.id, id), eq(tokens.kind, kind), isNull(tokens.spentAt)))
    .returning({ id: tokens.id })
  return armed.length > 0 ? token : null
}
