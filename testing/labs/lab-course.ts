import { eq } from 'drizzle-orm'
import { attempts, caseFiles } from '#db/schema/index'
import type { CourseVersion, LabUnit } from '#domain/catalogue/types'
import type { Change } from '#domain/labs/case-file'
import { rightResponses } from '#domain/labs/solve'
import type { Generated } from '#domain/labs/types'
import type { Caller } from '#services/caller'
import { compileFiles } from '#services/catalogue/compile'
import { startEnrolment } from '#services/enrolments/start-enrolment'
import { saveCaseFile } from '#services/labs/save-case-file'
import { startLab } from '#services/labs/start-lab'
import { submitLab } from '#services/labs/submit-lab'
import { testCourseWith } from '../course.ts'
import { borrowedBadge } from './borrowed-badge.ts'
import { labFiles } from './borrowed-badge-files.ts'

/** A course of one unit, the invented lab, and what a learner does in it. */

const harbour = compileFiles(labFiles()).find(({ id }) => id === 'harbour')
const unit = harbour?.units.find((each): each is LabUnit => each.kind === 'lab')
if (!harbour || !unit) throw new Error('the sample content has a course with a lab')

export const labUnit: LabUnit = unit
export const labCourse: CourseVersion = testCourseWith({
  id: 'the-night-readings',
  units: [unit],
  facts: harbour.facts,
  minutes: unit.minutes,
})
export const lab = { courseId: labCourse.id, unitId: unit.id }

export const enrolInLab = (learner: Caller) => startEnrolment(learner, { courseId: labCourse.id })

/** Evidence and truth of an attempt, as only a test may read them. */
export async function worldIn({ db }: Caller, attemptId: string): Promise<Generated & { seed: string }> {
  const [row] = await db.select({ snapshot: attempts.snapshot }).from(attempts).where(eq(attempts.id, attemptId))
  if (row?.snapshot.kind !== 'lab') throw new Error('no such attempt')
  return { seed: row.snapshot.seed, ...borrowedBadge.generate(row.snapshot.seed) }
}

export async function fileIn({ db }: Caller, attemptId: string) {
  const [row] = await db.select().from(caseFiles).where(eq(caseFiles.attemptId, attemptId))
  if (!row) throw new Error('no such case file')
  return row.content
}

/** The changes that put everything right into a case file. */
export function solvingChanges({ truth }: Pick<Generated, 'truth'>): Change[] {
  const { tasks, marks } = rightResponses(borrowedBadge.tasks, truth)
  return [
    ...marks.map(({ row }) => ({ do: 'mark' as const, row, reason: 'at night' })),
    ...Object.entries(tasks).map(([task, { given, certainty }]) => ({ do: 'respond' as const, task, given: given as never, certainty })),
  ]
}

/** Takes the whole lab: everything right, or one response that is wrong. */
export async function takeLab(learner: Caller, isRight: boolean): Promise<{ attemptId: string }> {
  const { id: attemptId } = await startLab(learner, lab)
  const changes: Change[] = isRight
    ? solvingChanges(await worldIn(learner, attemptId))
    : [{ do: 'respond', task: 'what-now', given: { choice: 'wait' }, certainty: 'certain' }]
  const { sequence } = await saveCaseFile(learner, { attemptId, sequence: 0, changes })
  await submitLab(learner, { attemptId, sequence })
  return { attemptId }
}
