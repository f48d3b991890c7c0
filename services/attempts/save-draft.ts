import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { attempts, drafts } from '#db/schema/index'
import { keepDraft, ResponseValueInput } from '#domain/attempts/respond'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { lockOwnAttempt } from './find-attempt.ts'

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
  run: async ({ tx, now, input, subject: { id, state, draft } }) => {
    const { position, value } = input
    const decision = keepDraft(state, input, position === state.responses.length ? draft : null)
    if (decision.kind === 'refused') throw new Conflict(decision.reason)
    if (decision.kind === 'repeated') return { sequence: state.sequence }
    const sequence = state.sequence + 1
    const kept = tx.$with('kept').as(
      tx
        .insert(drafts)
        .values({ attemptId: id, position, value, updatedAt: now })
        .onConflictDoUpdate({ target: [drafts.attemptId, drafts.position], set: { value, updatedAt: now } })
        .returning({ position: drafts.position }),
    )
    await tx.with(kept).update(attempts).set({ sequence }).where(eq(attempts.id, id)).prepare('save_draft').execute()
    return { sequence }
  },
  event: null,
})
