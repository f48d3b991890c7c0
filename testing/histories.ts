import fc from 'fast-check'
import type { Database } from '#db/client'
import { enrolments, leaves, people } from '#db/schema/index'
import { addDays, dayOf } from '#domain/calendar'
import type { CourseVersion } from '#domain/catalogue/types'
import { dueAt } from '#domain/enrolments/due'
import type { Closing } from '#domain/enrolments/reasons'
import type { Leave } from '#domain/enrolments/status'
import { newId } from '#services/new-id'
import { testNow } from './factories.ts'

const timeZone = 'Asia/Tokyo'
const longBefore = '2026-07-01'

/** One cycle of a course, in days since the first of July 2026 and hours of the day, so that everything falls around `testNow`. */
interface Cycle {
  enrolledOn: string
  dueOn: string | null
  hasStarted: boolean
  closedAs: Closing | null
  closedAt: Date
}
interface History {
  leaves: Leave[]
  deactivatedAt: Date | null
  /** All but the last are closed. */
  cycles: Cycle[]
}

const day = fc.integer({ min: 0, max: 200 }).map((days) => addDays(longBefore, days))
const past = fc.date({ min: new Date(`${longBefore}T00:00:00Z`), max: testNow, noInvalidDate: true })
const leave = fc.tuple(day, fc.nat(30)).map(([startsOn, length]) => ({ startsOn, endsOn: addDays(startsOn, length) }))
const cycle = fc.record<Cycle>({
  enrolledOn: fc.integer({ min: 0, max: 140 }).map((days) => addDays(longBefore, days)),
  dueOn: fc.option(day, { freq: 8 }),
  hasStarted: fc.boolean(),
  closedAs: fc.constantFrom('completed', 'completed', 'waived', 'cancelled', null, null, null, null),
  closedAt: past,
})
const history = fc.record<History>({
  leaves: fc.oneof(fc.constant<Leave[]>([]), fc.array(leave, { maxLength: 3 })),
  deactivatedAt: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: past }),
  cycles: fc.array(cycle, { minLength: 1, maxLength: 3 }),
})

export interface EnrolmentMade {
  id: string
  personId: string
  groupId: string
  cycle: number
  enrolledAt: Date
  dueAt: Date | null
  startedAt: Date | null
  closedAt: Date | null
  closedAs: Closing | null
  deactivatedAt: Date | null
  leaves: Leave[]
}

/** People with random pasts in one course, spread over the groups: the same for the same seed. Returns every enrolment made. */
export async function makeHistories(
  db: Database,
  { groupIds, course, count, seed = 1 }: { groupIds: readonly string[]; course: CourseVersion; count: number; seed?: number },
): Promise<EnrolmentMade[]> {
  const made: EnrolmentMade[] = []
  const personRows: (typeof people.$inferInsert)[] = []
  const leaveRows: (typeof leaves.$inferInsert)[] = []
  for (const [index, past] of fc.sample(history, { seed, numRuns: count }).entries()) {
    const [personId, groupId] = [newId(), groupIds[index % groupIds.length] ?? '']
    const name = `Person ${String(index).padStart(5, '0')}`
    const { deactivatedAt } = past
    const employeeNumber = `H${personId}`
    personRows.push({
      id: personId,
      name,
      sortName: name,
      employeeNumber,
      homeGroupId: groupId,
      language: 'en',
      createdAt: testNow,
      deactivatedAt,
    })
    for (const own of past.leaves) leaveRows.push({ id: newId(), personId, ...own, createdAt: testNow, createdBy: personId })
    for (const [place, own] of past.cycles.entries()) {
      const closedAs = place < past.cycles.length - 1 ? (own.closedAs ?? 'completed') : own.closedAs
      const enrolledAt = new Date(`${own.enrolledOn}T03:00:00Z`)
      made.push({
        id: newId(),
        personId,
        groupId,
        cycle: place + 1,
        enrolledAt,
        dueAt: dueAt(own.dueOn, own.enrolledOn, past.leaves, timeZone),
        startedAt: own.hasStarted ? enrolledAt : null,
        closedAt: closedAs && own.closedAt,
        closedAs,
        deactivatedAt,
        leaves: past.leaves,
      })
    }
  }
  const rows = made.map(({ groupId: _, deactivatedAt: __, leaves: ___, ...row }) => ({
    ...row,
    courseId: course.id,
    courseVersion: course.hash,
    dueOn: row.dueAt && dayOf(row.dueAt, timeZone),
  }))
  await inBatches(personRows, (batch) => db.insert(people).values(batch))
  await inBatches(leaveRows, (batch) => db.insert(leaves).values(batch))
  await inBatches(rows, (batch) => db.insert(enrolments).values(batch))
  return made
}

async function inBatches<T>(rows: T[], insert: (batch: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += 2000) await insert(rows.slice(start, start + 2000))
}
