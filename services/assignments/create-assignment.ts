import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { assignmentAudiences, assignments, courses } from '#db/schema/index'
import { changesAnything, countOutcomes, type Planned } from '#domain/assignments/plan'
import { type Audience, CreateAssignment } from '#domain/assignments/schema'
import { actorId } from '../actor-id.ts'
import { command } from '../command.ts'
import { Conflict, NotFound } from '../errors.ts'
import { newId } from '../new-id.ts'
import { planAudience } from './plan-audience.ts'

/** Orders a course for an audience: the assignment, its enrolments and dates in one transaction, exactly as previewed. */
export const createAssignment = command({
  permission: 'assignment.create',
  input: CreateAssignment,
  subject: async ({ tx, reach, now, input }) => {
    await lockCourse(tx, input.courseId)
    const planned = await planAudience(tx, reach, now, input)
    return { ...planned, groupPath: planned.scopePath }
  },
  run: async ({ tx, actor, now, input, subject: { plan, course, scopePath } }) => {
    const groupId = scopePath.at(-1)
    if (groupId === undefined || !changesAnything(plan)) throw new Conflict('nobody_to_enrol')
    const assignmentId = newId()
    await tx
      .insert(assignments)
      .values({ id: assignmentId, courseId: course.id, groupId, dueOn: input.dueOn, createdAt: now, createdBy: actorId(actor) })
    await tx.insert(assignmentAudiences).values(audienceRows(assignmentId, input.audience, groupId))
    await enrol(tx, { assignmentId, courseId: course.id, hash: course.hash, dueOn: input.dueOn, now }, plan)
    if (input.dueOn !== null) await setDates(tx, assignmentId, input.dueOn, plan)
    return { assignmentId, groupId, counts: countOutcomes(plan) }
  },
  event: {
    verb: 'assignment.create',
    of: ({ input, result }) => ({
      subjectKind: 'assignment',
      subjectId: result.assignmentId,
      groupId: result.groupId,
      details: { ...input, ...result.counts },
    }),
  },
})

/** Two admins assigning the same course take turns, so that the second plans with what the first did. */
async function lockCourse(tx: Transaction, courseId: string): Promise<void> {
  const [course] = await tx.select({ id: courses.id }).from(courses).where(eq(courses.id, courseId)).for('no key update')
  if (!course) throw new NotFound()
}

/** Everyone is written down as the topmost group. */
function audienceRows(assignmentId: string, audience: Audience, scopeId: string) {
  const row = (named: { groupId?: string; listId?: string; personId?: string }) => ({ id: newId(), assignmentId, ...named })
  if (audience.isEveryone) return [row({ groupId: scopeId })]
  return [
    ...new Set(audience.groupIds).values().map((groupId) => row({ groupId })),
    ...new Set(audience.listIds).values().map((listId) => row({ listId })),
    ...new Set(audience.personIds).values().map((personId) => row({ personId })),
  ]
}

interface Order {
  assignmentId: string
  courseId: string
  hash: string
  dueOn: string | null
  now: Date
}

/** All new enrolments in one statement. Whoever began the course by themselves in this very moment keeps that enrolment. */
async function enrol(tx: Transaction, { assignmentId, courseId, hash, dueOn, now }: Order, plan: readonly Planned[]): Promise<void> {
  const rows = plan
    .filter((each) => each.outcome === 'enrolled')
    .map(({ personId, cycle, dueAt }) => ({ id: newId(), personId, cycle, dueAt }))
  await tx.execute(sql`
    insert into enrolments (id, person_id, course_id, course_version, assignment_id, cycle, enrolled_at, due_on, due_at)
    select given.id, given."personId", ${courseId}, ${hash}, ${assignmentId}::uuid, given.cycle, ${now.toISOString()}::timestamptz, ${dueOn}::date, given."dueAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, "personId" uuid, cycle integer, "dueAt" timestamptz)
    on conflict do nothing`)
}

/** Open enrolments without a date get this one; those that nobody had assigned now belong to this assignment. */
async function setDates(tx: Transaction, assignmentId: string, dueOn: string, plan: readonly Planned[]): Promise<void> {
  const rows = plan.filter((each) => each.outcome === 'date_set').map(({ enrolmentId, dueAt }) => ({ id: enrolmentId, dueAt }))
  await tx.execute(sql`
    update enrolments set due_on = ${dueOn}::date, due_at = given."dueAt", assignment_id = coalesce(enrolments.assignment_id, ${assignmentId}::uuid)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, "dueAt" timestamptz)
    where enrolments.id = given.id and enrolments.closed_at is null and enrolments.due_on is null`)
}
