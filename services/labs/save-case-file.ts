import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '#db/client'
import { attempts, caseFiles } from '#db/schema/index'
import { type CaseFile, type Change, changedBy } from '#domain/labs/case-file'
import { ChangeInput } from '#domain/labs/case-file-input'
import { isSame } from '#domain/labs/same'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { type LabAttempt, lockOwnLabAttempt } from './find-lab-attempt.ts'

const mostChanges = 50

/**
 * Keeps what a learner does in a lab, change by change. @returns the number that the next write carries.
 * @throws Conflict `lab_closed`, `stale_case_file` for a second tab or device, `not_in_evidence` for what the attempt does not offer.
 */
export const saveCaseFile = command({
  permission: 'attempt.respond',
  input: z.strictObject({
    attemptId: z.uuid(),
    sequence: z.coerce.number().int().min(0),
    changes: z.array(ChangeInput).min(1).max(mostChanges),
  }),
  subject: ({ tx, reach, input }) => lockOwnLabAttempt(tx, reach, input.attemptId),
  run: async ({ tx, now, input, subject }) => {
    const { sequence } = subject
    if (subject.status !== 'in_progress') throw new Conflict('lab_closed')
    const file = fileAfter(subject, input.changes, now)
    // The same once more, after a reply that was lost: it is kept already.
    if (input.sequence === sequence - 1 && isKept(subject.file, file)) return { sequence }
    if (input.sequence !== sequence) throw new Conflict('stale_case_file')
    if (!file) throw new Conflict('not_in_evidence')
    return { sequence: await keepFile(tx, subject, file, now) }
  },
  event: null,
})

function fileAfter({ file, world, startedAt }: LabAttempt, changes: readonly Change[], now: Date): CaseFile | null {
  const offered = { tables: world.evidence.tables, tasks: world.lab.tasks }
  return changedBy(file, changes, offered, Math.max(0, Math.round((now.getTime() - startedAt.getTime()) / 1000)))
}

/** Whether changes changed nothing but when something was looked at. */
function isKept({ path: _, ...before }: CaseFile, after: CaseFile | null): boolean {
  if (!after) return false
  const { path: __, ...now } = after
  return isSame(before, now)
}

/** Saves the case file of a locked attempt, and counts the write. */
export async function keepFile(tx: Transaction, { id, sequence }: LabAttempt, content: CaseFile, now: Date): Promise<number> {
  const next = sequence + 1
  await tx.update(caseFiles).set({ content, updatedAt: now }).where(eq(caseFiles.attemptId, id))
  await tx.update(attempts).set({ sequence: next }).where(eq(attempts.id, id))
  return next
}
