import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { attempts, drafts } from '#db/schema/index'
import { keepDraft, ResponseValueInput } from '#domain/attempts/respond'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { lockOwnAttempt } from './own-attempt.ts'

export const AttemptWrite = z.strictObject({
  attemptId: z.uuid(),
  position: z.coerce.number().int().min(0).max(500),
  sequence: z.coerce.number().int().min(0),
  value: ResponseValueInput,
})

/** Keeps what is chosen but not yet given. @returns the number that the form carries from now on. @throws Conflict with a `ResponseRefusal` */
export const saveDraft = command({
  permission: 'attempt.respond',
  input: AttemptWrite,
  subject: ({ tx, reach, input }) => lockOwnAttempt(tx, reach, input.attemptId),
  run: async ({ tx, now, input, subject: { id, state } }) => {
    const { position, value } = input
    const [kept] = await tx
      .select({ value: drafts.value })
      .from(drafts)
      .where(and(eq(drafts.attemptId, id), eq(drafts.position, position)))
    const decision = keepDraft(state, input, kept?.value ?? null)
    if (decision.kind === 'refused') throw new Conflict(decision.reason)
    if (decision.kind === 'repeated') return { sequence: state.sequence }
    await tx
      .insert(drafts)
      .values({ attemptId: id, position, value, updatedAt: now })
      .onConflictDoUpdate({ target: [drafts.attemptId, drafts.position], set: { value, updatedAt: now } })
    await tx
      .update(attempts)
      .set({ sequence: sql`${attempts.sequence} + 1` })
      .where(eq(attempts.id, id))
    return { sequence: state.sequence + 1 }
  },
  event: null,
})
