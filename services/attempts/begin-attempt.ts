import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { attempts } from '#db/schema/index'
import { type QuizState, quizState } from '#domain/attempts/rules'
import type { AttemptSnapshot, LabSnapshot } from '#domain/attempts/types'
import type { LabUnit, QuizUnit } from '#domain/catalogue/types'
import type { Actor } from '#domain/policy'
import type { OwnEnrolment } from '../enrolments/own-enrolment.ts'
import { noteStart } from '../enrolments/record-completion.ts'
import { Conflict } from '../errors.ts'
import { newId } from '../new-id.ts'

interface Begun {
  enrolment: OwnEnrolment
  unit: QuizUnit | LabUnit
  snapshot: AttemptSnapshot | LabSnapshot
  /** Why not, while one is open, during a pause, and once it is passed; without the last it may be tried again then. */
  reasons: { open: string; paused: string; passed?: string }
}

/** Adds an attempt at a unit of an enrolment that is locked. @throws Conflict with one of the reasons given. */
export async function beginAttempt(
  { tx, actor, now }: { tx: Transaction; actor: Actor; now: Date },
  { enrolment, unit, snapshot, reasons }: Begun,
): Promise<{ id: string; number: number }> {
  const earlier = await summariesOf(tx, enrolment.id, unit.id)
  const refusal = refusalOf(quizState(unit, earlier, now), reasons)
  if (refusal) throw new Conflict(refusal)
  await noteStart({ tx, actor, now }, enrolment)
  const begun = { id: newId(), number: earlier.length + 1 }
  await tx.insert(attempts).values({
    ...begun,
    enrolmentId: enrolment.id,
    unitId: unit.id,
    status: 'in_progress',
    courseVersion: enrolment.course.hash,
    unitVersion: unit.hash,
    language: actor.kind === 'person' ? actor.language : 'en',
    snapshot,
    startedAt: now,
  })
  return begun
}

function refusalOf(state: QuizState, reasons: Begun['reasons']): string | null {
  if (state.kind === 'passed') return reasons.passed ?? refusalOf(state.again, reasons)
  return state.kind === 'ready' ? null : reasons[state.kind]
}

function summariesOf(tx: Transaction, enrolmentId: string, unitId: string) {
  const { id, status, submittedAt, score, isPassed } = attempts
  return tx
    .select({ id, status, submittedAt, score, isPassed })
    .from(attempts)
    .where(and(eq(attempts.enrolmentId, enrolmentId), eq(attempts.unitId, unitId)))
}
