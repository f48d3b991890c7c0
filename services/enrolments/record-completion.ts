import { randomBytes } from 'node:crypto'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { attempts, completions, enrolments } from '#db/schema/index'
import type { Unit } from '#domain/catalogue/types'
import { courseScore, isCourseComplete } from '#domain/enrolments/progress'
import type { Actor } from '#domain/policy'
import { appendEvents } from '../audit/append-events.ts'
import { newId } from '../new-id.ts'
import type { OwnEnrolment } from './own-enrolment.ts'

interface Context {
  tx: Transaction
  actor: Actor
  now: Date
}

/** 128 random bits: whoever holds the address of a certificate was given it. */
const newCertificateCode = () => randomBytes(16).toString('base64url')

/**
 * Records that a unit is complete, keeps the enrolment's summary, and when it was the last unit completes and closes the course.
 * The enrolment must be locked.
 * @returns the certificate's code when the course is complete by this.
 */
export async function recordCompletion(
  context: Context,
  enrolment: OwnEnrolment,
  unit: Unit,
  score: number | null,
): Promise<string | null> {
  const { tx, now } = context
  const { id: enrolmentId, personId, course } = enrolment
  const common = { enrolmentId, personId, courseId: course.id, completedAt: now }
  await tx.insert(completions).values({ ...common, id: newId(), unitId: unit.id, version: unit.hash, score })
  const done = await tx
    .select({ unitId: completions.unitId })
    .from(completions)
    .where(and(eq(completions.enrolmentId, enrolmentId), isNotNull(completions.unitId)))
  const completed = new Set(done.flatMap(({ unitId }) => unitId ?? []))
  const startedAt = sql`coalesce(${enrolments.startedAt}, ${sql.param(now, enrolments.startedAt)})`
  const summary = { startedAt, unitsDone: completed.size }
  if (!isCourseComplete(course, completed)) {
    await tx.update(enrolments).set(summary).where(eq(enrolments.id, enrolmentId))
    return null
  }
  const total = courseScore(course, await bestScores(tx, enrolmentId))
  const certificateCode = newCertificateCode()
  await tx.insert(completions).values({ ...common, id: newId(), unitId: null, version: course.hash, score: total, certificateCode })
  await tx
    .update(enrolments)
    .set({ ...summary, score: total, closedAt: now, closedAs: 'completed' })
    .where(eq(enrolments.id, enrolmentId))
  await appendEvents(context, 'course.complete', [
    {
      subjectKind: 'enrolment',
      subjectId: enrolmentId,
      groupId: enrolment.homeGroupId,
      details: { courseId: course.id, version: course.hash, score: total },
    },
  ])
  return certificateCode
}

async function bestScores(tx: Transaction, enrolmentId: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({ unitId: attempts.unitId, score: attempts.score })
    .from(attempts)
    .where(and(eq(attempts.enrolmentId, enrolmentId), eq(attempts.status, 'submitted')))
  const best = new Map<string, number>()
  for (const { unitId, score } of rows) best.set(unitId, Math.max(best.get(unitId) ?? 0, score ?? 0))
  return best
}

/** Notes the first thing a learner does in a course. */
export async function noteStart({ tx, now }: Context, enrolment: OwnEnrolment): Promise<void> {
  if (enrolment.startedAt) return
  await tx
    .update(enrolments)
    .set({ startedAt: now })
    .where(and(eq(enrolments.id, enrolment.id), isNull(enrolments.startedAt)))
}
