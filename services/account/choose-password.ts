import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader, Transaction } from '#db/client'
import { organisation, people } from '#db/schema/index'
import { judgePassword, wordsOf } from '#domain/people/password'
import { Conflict, InvalidInput } from '../errors.ts'
import { voidTokens } from '../tokens/issue-token.ts'
import { isCommonPassword } from './common-passwords.ts'
import { hashPassword } from './password-hash.ts'

/** A new password as a form sends it; what it must be is judged with the person's own words at hand. */
export const newPassword = z.string().min(1).max(1000)

/** @returns the hash to keep. @throws InvalidInput for the field `password`. */
export async function acceptablePassword(password: string, own: readonly (string | null)[]): Promise<string> {
  const problem = judgePassword(password, { isCommon: isCommonPassword, ownWords: ['casebook', ...own.flatMap(wordsOf)] })
  if (problem) throw new InvalidInput({ password: problem })
  return hashPassword(password)
}

/**
 * Judges a new password with the person's own words at hand, and hashes it; null: there is nobody to hash it for.
 * Hashing takes a while: it is done before the transaction that keeps the hash. @throws InvalidInput for the field `password`.
 */
export async function preparePassword(
  db: Reader,
  person: Pick<typeof people.$inferSelect, 'name' | 'email' | 'employeeNumber'> | null,
  password: string,
): Promise<string | null> {
  if (!person) return null
  const [own] = await db.select({ name: organisation.name }).from(organisation)
  return acceptablePassword(password, [person.name, person.email, person.employeeNumber, own?.name ?? null])
}

/** Sets the password; every open link of the person's is worthless from then on. */
export async function keepPassword(
  tx: Transaction,
  { personId, hash, now }: { personId: string; hash: string | null; now: Date },
): Promise<void> {
  if (hash === null) throw new Conflict('link_closed')
  await tx.update(people).set({ passwordHash: hash }).where(eq(people.id, personId))
  await voidTokens(tx, { personId, now })
}
