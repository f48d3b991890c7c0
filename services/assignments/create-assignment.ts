import { inArray, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { assignmentAudiences, assignments, courses } from '#db/schema/index'
import { changesAnything, countOutcomes, type Planned } from '#domain/assignments/plan'
import { type Audience, CreateAssignment } from '#domain/assignments/schema'
import { actorId } from '../actor-id.ts'
import { command } from '../command.ts'
import { Conflict, NotFound } from '../errors.ts'
import { newId } from '../new-id.ts'
import { coursesOf, type PlannedAudience, planCourses } from './plan-audience.ts'

interface Made {
  courseId: string
  assignmentId: string
  groupId: string
  counts: ReturnType<typeof countOutcomes>
}

/**
 * Orders a course for an audience: the assignment, its enrolments and dates in one transaction, exactly as previewed. The courses of a
 * track each get an assignment of their own in the same transaction; a course that changes nothing for anybody gets none.
 */
export const createAssignment = command({
  permission: 'assignment.create',
  input: CreateAssignment,
  subject: async ({ tx, reach, now, input }) => {
    await lockCourses(tx, coursesOf(input))
    const plans = await planCourses(tx, reach, now, input)
    return { plans, groupPath: plans[0].scopePath }
  },
  run: async ({ tx, actor, now, input, subject: { plans } }) => {
    const made: Made[] = []
    for (const planned of plans.filter(({ plan }) => changesAnything(plan)))
      made.push(await assign(tx, { input, now, createdBy: actorId(actor) }, planned))
    const [first] = made
    if (!first) throw new Conflict('nobody_to_enrol')
    return { ...first, made }
  },
  event: {
    verb: 'assignment.create',
    of: ({ input: { audience, dueOn }, result }) =>
      result.made.map(({ courseId, assignmentId, groupId, counts }) => ({
        subjectKind: 'assignment',
        subjectId: assignmentId,
        groupId,
        details: { courseId, audience, dueOn, ...counts },
      })),
  },
})

/** One course of the order. */
async function assign(
  tx: Transaction,
  { input: { audience, dueOn }, now, createdBy }: { input: CreateAssignment; now: Date; createdBy: string },
  { course, plan, scopePath }: PlannedAudience,
): Promise<Made> {
  const groupId = scopePath.at(-1)
  if (groupId === undefined) throw new Conflict('nobody_to_enrol')
  const assignmentId = newId()
  await tx.insert(assignments).values({ id: assignmentId, courseId: course.id, groupId, dueOn, createdAt: now, createdBy })
  await tx.insert(assignmentAudiences).values(audienceRows(assignmentId, audience, groupId))
  await enrol(tx, { assignmentId, courseId: course.id, hash: course.hash, dueOn, now }, plan)
  if (dueOn !== null) await setDates(tx, assignmentId, dueOn, plan)
  return { courseId: course.id, assignmentId, groupId, counts: countOutcomes(plan) }
}

/** Two admins assigning the same course take turns, so that the second plans with what the first did; in one order, so that neither waits for ever. */
async function lockCourses(tx: Transaction, ids: string[]): Promise<void> {
  const found = await tx.select({ id: courses.id }).from(courses).where(inArray(courses.id, ids)).orderBy(courses.id).for('no key update')
  if (found.length < ids.length) throw new NotFound()
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
