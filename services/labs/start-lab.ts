import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Transaction } from '#db/client'
import { caseFiles, organisation } from '#db/schema/index'
import type { LabSnapshot } from '#domain/attempts/types'
import { emptyCaseFile } from '#domain/labs/case-file'
import { readableOf } from '#domain/labs/reading'
import { contentId } from '#domain/text'
import { beginAttempt } from '../attempts/begin-attempt.ts'
import { command } from '../command.ts'
import { lockOwnEnrolment, unitOf } from '../enrolments/own-enrolment.ts'
import { Conflict } from '../errors.ts'
import { worldOf } from './worlds.ts'

const reasons = { open: 'lab_open', paused: 'lab_paused' }

/**
 * Begins an attempt at a lab: a seed of its own, from which evidence and truth are made whenever they are needed. What is passed may be
 * tried again, to learn.
 * @throws Conflict `lab_open` when one is to be resumed, `lab_paused` during the pause between attempts, `reading_allowed` when reviewers may read it
 * since its learner was told that nobody else does.
 */
export const startLab = command({
  permission: 'attempt.start',
  input: z.strictObject({ courseId: contentId, unitId: contentId, isToldPrivate: z.boolean().default(false) }),
  subject: ({ tx, reach, input }) => lockOwnEnrolment(tx, reach, input.courseId),
  run: async ({ tx, actor, now, input: { unitId, isToldPrivate }, subject }) => {
    if (isToldPrivate) await keepPrivate(tx, now)
    const unit = unitOf(subject.course, unitId, 'lab')
    const snapshot: LabSnapshot = {
      kind: 'lab',
      seed: randomBytes(16).toString('hex'),
      lab: { id: unit.id, version: unit.version },
      contentVersion: unit.hash,
      masteryScore: unit.masteryScore,
    }
    const begun = await beginAttempt({ tx, actor, now }, { enrolment: subject, unit, snapshot, reasons })
    await tx.insert(caseFiles).values({ attemptId: begun.id, content: emptyCaseFile(worldOf(snapshot).evidence.tables), updatedAt: now })
    return begun
  },
  event: {
    verb: 'lab.start',
    of: ({ input: { courseId, unitId }, subject, result }) => ({
      subjectKind: 'attempt',
      subjectId: result.id,
      groupId: subject.homeGroupId,
      details: { courseId, unitId, enrolmentId: subject.id, number: result.number },
    }),
  },
})

/** A decision under way is waited for. */
async function keepPrivate(tx: Transaction, now: Date): Promise<void> {
  const [row] = await tx.select({ since: organisation.responsesReadableSince }).from(organisation).for('share')
  if (row && readableOf(row.since, now) === 'readable') throw new Conflict('reading_allowed')
}
