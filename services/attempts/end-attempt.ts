import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { completions } from '#db/schema/index'
import type { Actor } from '#domain/policy'
import { type AuditEntry, appendEvents } from '../audit/append-events.ts'
import { canonicalJson } from '../canonical-json.ts'
import { getVersion } from '../catalogue/get-version.ts'
import { unitOf } from '../enrolments/own-enrolment.ts'
import { recordCompletion } from '../enrolments/record-completion.ts'

interface Ended {
  id: string
  enrolmentId: string
  unitId: string
  courseVersion: string
  personId: string
  homeGroupId: string
  startedAt: Date | null
}

/** The audit entry of a submission: the score, and a hash of what was given. */
export const submission = ({ id, enrolmentId, unitId, homeGroupId }: Ended, result: object, given: unknown): AuditEntry => ({
  subjectKind: 'attempt',
  subjectId: id,
  groupId: homeGroupId,
  details: { enrolmentId, unitId, ...result, responsesHash: createHash('sha256').update(canonicalJson(given)).digest('hex') },
})

/** Completes the unit of an attempt that was passed; of one that is complete already nothing changes. The enrolment must be locked. */
export async function completeUnit(
  context: { tx: Transaction; actor: Actor; now: Date },
  attempt: Ended,
  kind: 'quiz' | 'lab',
  score: number,
): Promise<void> {
  const { enrolmentId, unitId, homeGroupId: groupId } = attempt
  if (await isComplete(context.tx, attempt)) return
  const course = await getVersion(context.tx, attempt.courseVersion)
  const details = { courseId: course.id, unitId }
  await appendEvents(context, 'unit.complete', [{ subjectKind: 'enrolment', subjectId: enrolmentId, groupId, details }])
  await recordCompletion(context, { ...attempt, id: enrolmentId, course }, unitOf(course, unitId, kind), score)
}

async function isComplete(tx: Transaction, { enrolmentId, unitId }: Pick<Ended, 'enrolmentId' | 'unitId'>): Promise<boolean> {
  const [row] = await tx
    .select({ id: completions.id })
    .from(completions)
    .where(and(eq(completions.enrolmentId, enrolmentId), eq(completions.unitId, unitId)))
  return row !== undefined
}
