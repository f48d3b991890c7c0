import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '#db/client'
import { attempts, caseFiles, responses } from '#db/schema/index'
import { openTasks, responsesOf } from '#domain/labs/case-file'
import { scoreLab } from '#domain/labs/score'
import { type GivenFile, summaryOf } from '#domain/labs/summary'
import { completeUnit, submission } from '../attempts/end-attempt.ts'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { newId } from '../new-id.ts'
import { type LabAttempt, lockOwnLabAttempt } from './find-lab-attempt.ts'

/**
 * Gives everything in the case file: the world is made again from the seed, compared and scored. When it is passed, the unit is complete.
 * @throws Conflict `lab_closed`, `stale_case_file`, `certainty_open` when something is chosen whose certainty is not said, `nothing_given`.
 */
export const submitLab = command({
  permission: 'attempt.respond',
  input: z.strictObject({ attemptId: z.uuid(), sequence: z.coerce.number().int().min(0) }),
  subject: ({ tx, reach, input }) => lockOwnLabAttempt(tx, reach, input.attemptId),
  run: async ({ tx, actor, now, input, subject }) => {
    const { file, world } = subject
    if (subject.status !== 'in_progress') throw new Conflict('lab_closed')
    if (input.sequence !== subject.sequence) throw new Conflict('stale_case_file')
    if (openTasks(file).length > 0) throw new Conflict('certainty_open')
    const given = responsesOf(file)
    if (Object.keys(given.tasks).length === 0) throw new Conflict('nothing_given')
    const { tasks, score, isPassed } = scoreLab(world.lab.tasks, world.truth, given)
    await recordResponses(tx, subject, tasks, now)
    const content: GivenFile = { ...file, summary: summaryOf(world.lab, world, file) }
    await tx.update(caseFiles).set({ content }).where(eq(caseFiles.attemptId, subject.id))
    const changes = { status: 'submitted' as const, submittedAt: now, sequence: subject.sequence + 1, score, isPassed }
    await tx.update(attempts).set(changes).where(eq(attempts.id, subject.id))
    if (isPassed) await completeUnit({ tx, actor, now }, subject, 'lab', score)
    return { score, isPassed, given }
  },
  event: {
    verb: 'lab.submit',
    of: ({ subject, result: { score, isPassed, given } }) => submission(subject, { score, isPassed }, given),
  },
})

/** Each response as a record of its own, with what it was worth. */
async function recordResponses(tx: Transaction, attempt: LabAttempt, worth: Record<string, number>, now: Date): Promise<void> {
  const { tasks } = responsesOf(attempt.file)
  const rows = attempt.world.lab.tasks.flatMap(({ id }, position) => {
    const one = tasks[id]
    const row = { attemptId: attempt.id, position, questionId: id, score: worth[id] ?? 0, respondedAt: now }
    return one ? [{ id: newId(), ...row, value: one.given, certainty: one.certainty }] : []
  })
  await tx.insert(responses).values(rows)
}
