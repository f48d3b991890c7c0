import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { attempts, enrolments, responses } from '#db/schema/index'
import type { ResponseValue } from '#domain/attempts/types'
import type { Language } from '#domain/catalogue/types'
import { responsesOf } from '#domain/labs/case-file'
import type { LineTold, PlanDebrief, PlanTold } from '#domain/labs/lab-view'
import type { LineLeft, Weighed } from '#domain/labs/replayed'
import { rightResponse } from '#domain/labs/solve'
import type { TaskResponse } from '#domain/labs/types'
import type { LabAttempt } from './find-lab-attempt.ts'

type Words = Readonly<Record<string, string>>
type Plan = readonly string[]

const planIn = (given: ResponseValue | TaskResponse | undefined): Plan | null => (given && 'rows' in given ? given.rows : null)

/** The plan that was given, replayed in its world, and the plan of an earlier attempt beside it; null where the lab asks for none. */
export async function planTold(db: Database, attempt: LabAttempt, language: Language): Promise<PlanDebrief | null> {
  const { lab, truth } = attempt.world
  const task = lab.tasks.find(({ kind }) => kind === 'plan')
  const right = task && truth.tasks[task.id]
  if (!lab.replay || !right || !attempt.submittedAt) return null
  const { weigh, compare } = lab.replay(attempt.seed)
  const { values } = attempt.unit.words[language]
  const yours = planIn(responsesOf(attempt.file).tasks[task.id]?.given)
  const best = planIn(rightResponse(right)) ?? []
  const told = { yours: yours && inWords(weigh(yours), values), best: inWords(weigh(best), values) }
  const earlier = yours && (await findEarlierPlan(db, attempt, task.id, attempt.submittedAt))
  if (!earlier) return { ...told, earlier: null }
  const { kept, added, dropped, gained, ...compared } = compare(earlier.plan, yours)
  const named = (codes: readonly string[]) => codes.map((code) => values[code] ?? code)
  return {
    ...told,
    earlier: {
      submittedAt: earlier.submittedAt,
      plan: inWords(compared.earlier, values),
      ...{ kept: named(kept), added: named(added), dropped: named(dropped), gained },
    },
  }
}

/** The plan that the same person gave last before an attempt, in the same version of the lab: elsewhere its rows may be other controls. */
async function findEarlierPlan(db: Database, { personId, unitId, world }: LabAttempt, task: string, before: Date) {
  const version = sql`${attempts.snapshot} -> 'lab' ->> 'version' = ${String(world.lab.version)}`
  const [row] = await db
    .select({ submittedAt: attempts.submittedAt, value: responses.value })
    .from(attempts)
    .innerJoin(enrolments, eq(enrolments.id, attempts.enrolmentId))
    .innerJoin(responses, and(eq(responses.attemptId, attempts.id), eq(responses.questionId, task)))
    .where(and(eq(enrolments.personId, personId), eq(attempts.unitId, unitId), lt(attempts.submittedAt, before), version))
    .orderBy(desc(attempts.submittedAt))
    .limit(1)
  const plan = planIn(row?.value)
  return row?.submittedAt && plan ? { submittedAt: row.submittedAt, plan } : null
}

function inWords({ incidents, ...weighed }: Weighed, values: Words): PlanTold {
  const say = (code: string) => values[code] ?? code
  const lineOf = ({ line, trace, place, leftOn }: LineLeft): LineTold => ({ line, leftOn, trace: say(trace), place: say(place) })
  return {
    ...weighed,
    incidents: incidents.map(({ incident, noticedOn, day, daysSaved, caughtBy, missed }) => ({
      ...{ incident, noticedOn, day, daysSaved, firm: say(incident) },
      seen: caughtBy.map((one) => ({ ...lineOf(one), control: say(one.control), day: one.day })),
      missed: missed.map((one) => ({ ...lineOf(one), why: one.why })),
    })),
  }
}
