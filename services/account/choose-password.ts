import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '#db/client'
import { organisation, people } from '#db/schema/index'
import { judgePassword, wordsOf } from '#domain/people/password'
import { InvalidInput } from '../errors.ts'
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

/** Sets a person's password. @throws InvalidInput for the field `password`. */
export async function choosePassword(
  tx: Transaction,
  person: Pick<typeof people.$inferSelect, 'id' | 'name' | 'email'>,
  password: string,
): Promise<void> {
  const [own] = await tx.select({ name: organisation.name }).from(organisation)
  const passwordHash = await acceptablePassword(password, [person.name, person.email, own?.name ?? null])
  await tx.update(people).set({ passwordHash }).where(eq(people.id, person.id))
}
