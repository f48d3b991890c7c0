import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Database } from '#db/client'
import { completions, enrolments, groups, leaves, listMembers, lists, roleGrants, sessions } from '#db/schema/index'
import type { ResponseValue } from '#domain/attempts/types'
import { createAssignment } from '#services/assignments/create-assignment'
import { startAttempt } from '#services/attempts/start-attempt'
import { startLab } from '#services/labs/start-lab'
import { newId } from '#services/new-id'
import { decideReading } from '#services/organisation/decide-reading'
import { publishTestCourse, testCourse } from './course.ts'
import { makeGroup, makePerson, testNow } from './factories.ts'
import { enrolInLab, lab, labCourse, takeLab } from './labs/lab-course.ts'
import { askedIn, later, quiz, readLesson, right, takeQuiz } from './learner.ts'
import { makeWorld, type World } from './world.ts'

/**
 * A world with one of each thing that a verb can be about. The learner works on the course with an attempt open; the other learner has
 * completed it. Both belong to the works, as does everything else that is asked about.
 */
export interface VerbWorld extends World {
  assignmentId: string
  enrolmentId: string
  attemptId: string
  submittedId: string
  /** At a lab: open, of the learner; submitted, of the other learner. */
  labAttemptId: string
  labGivenId: string
  certificateCode: string
  listId: string
  leaveId: string
  emptyGroupId: string
  closedGroupId: string
  grantId: string
  newcomerId: string
  /** Has no e-mail address. */
  codelessId: string
  leaverId: string
  sessionId: string
  /** A response that the first question of the open attempt accepts. */
  response: ResponseValue
}

export async function makeVerbWorld(db: Database): Promise<VerbWorld> {
  const world = await makeWorld(db)
  const { works, ids, callers } = world
  const courseId = testCourse.id
  const audience = { isEveryone: false, groupIds: [], listIds: [], personIds: [ids.learner, ids.otherLearner] }
  const { assignmentId } = await createAssignment(callers.admin, { courseId, audience, dueOn: '2026-12-18' })
  for (const learner of [callers.learner, callers.otherLearner]) await readLesson(learner)
  const { id: attemptId } = await startAttempt(callers.learner, quiz)
  const { attemptId: submittedId } = await takeQuiz(later(callers.otherLearner, 1), right)
  await publishTestCourse(db, labCourse)
  await decideReading(callers.owner, { allowed: 'yes' })
  for (const learner of [callers.learner, callers.otherLearner]) await enrolInLab(learner)
  const { id: labAttemptId } = await startLab(callers.learner, lab)
  const { attemptId: labGivenId } = await takeLab(callers.otherLearner, false)
  const [certificate] = await db
    .select()
    .from(completions)
    .where(and(eq(completions.personId, ids.otherLearner), isNotNull(completions.certificateCode)))
  const enrolmentId = await openEnrolmentOf(db, ids.learner, courseId)
  const emptyGroup = await makeGroup(db, works, 'Empty')
  const closedGroup = await makeGroup(db, works, 'Closed')
  await db.update(groups).set({ closedAt: testNow }).where(eq(groups.id, closedGroup.id))
  const newcomer = await makePerson(db, { groupId: works.id })
  const codeless = await makePerson(db, { groupId: works.id, email: null })
  const leaver = await makePerson(db, { groupId: works.id, deactivatedAt: testNow })
  const holder = await makePerson(db, { groupId: works.id, grants: [{ role: 'reviewer', of: works.id }] })
  const [grant] = await db.select().from(roleGrants).where(eq(roleGrants.personId, holder.id))
  const [session] = await db.select().from(sessions).where(eq(sessions.personId, ids.learner))
  const listId = newId()
  await db.insert(lists).values({ id: listId, name: 'Forklift drivers', groupId: works.id, createdAt: testNow })
  await db.insert(listMembers).values({ listId, personId: newcomer.id, addedAt: testNow })
  const [first] = await askedIn(callers.learner, attemptId)
  if (!first) throw new Error('the attempt asks nothing')
  const leaveId = newId()
  const days = { startsOn: '2026-12-01', endsOn: '2026-12-05' }
  await db.insert(leaves).values({ id: leaveId, personId: ids.learner, ...days, createdAt: testNow, createdBy: ids.admin })
  return {
    ...world,
    assignmentId,
    enrolmentId,
    attemptId,
    submittedId,
    labAttemptId,
    labGivenId,
    certificateCode: certificate?.certificateCode ?? '',
    listId,
    leaveId,
    emptyGroupId: emptyGroup.id,
    closedGroupId: closedGroup.id,
    grantId: grant?.id ?? '',
    newcomerId: newcomer.id,
    codelessId: codeless.id,
    leaverId: leaver.id,
    sessionId: session?.id ?? '',
    response: right(first),
  }
}

async function openEnrolmentOf(db: Database, personId: string, courseId: string): Promise<string> {
  const [row] = await db
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(and(eq(enrolments.personId, personId), eq(enrolments.courseId, courseId), isNull(enrolments.closedAt)))
  if (!row) throw new Error('no open enrolment')
  return row.id
}
