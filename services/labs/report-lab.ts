import { and, countDistinct, desc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '#db/client'
import { attempts, caseFiles, enrolments, people } from '#db/schema/index'
import { type Localised, languages } from '#domain/catalogue/types'
import { type AttemptDone, groupReport, leastPeople } from '#domain/labs/group-report'
import { type LabSummary, summaryOf } from '#domain/labs/summary'
import { toldGroups } from '#domain/labs/told-groups'
import type { Reach } from '#domain/policy'
import type { GroupNode } from '#domain/reports/groups'
import { contentId } from '#domain/text'
import { currentHashOf } from '../catalogue/get-course.ts'
import { getVersion } from '../catalogue/get-version.ts'
import { unitOf } from '../enrolments/own-enrolment.ts'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { peopleWithin } from '../reach.ts'
import { branchOf, listGroups, wholeOrganisation } from '../reports/scope.ts'
import { type GroupInWords, groupInWords } from './group-in-words.ts'
import { worldOf } from './worlds.ts'

/** Of larger groups the last so many are told of: more would say the same, and each is a case file to be read. */
const mostTold = 2_000
/** Of attempts given before summaries were kept with them at most so many are made again, the last ones: a world takes up to 20 ms. */
const mostMadeAgain = 40

/** A lab of a group in words: where its people looked, and what they missed. */
export interface LabReport {
  title: Localised
  course: { id: string; title: Localised }
  /** The group, those above it within reach from the top down, and those directly beneath it. */
  group: GroupNode
  above: GroupNode[]
  beneath: GroupNode[]
  /** How many have given the lab, and of how many of them it is told. */
  people: number
  counted: number
  least: number
  /** Null where there are too few people, or with what is told of other groups it would tell of too few. */
  report: GroupInWords | null
}

/** The first submitted attempt of each person of a branch, told only of ten or more of them. @throws NotFound for a group out of reach. */
export const getLabReport = query({
  permission: 'report.read',
  input: z.strictObject({ courseId: contentId, unitId: contentId, groupId: z.uuid(), language: z.enum(languages) }),
  run: async ({ db, reach, input: { courseId, unitId, groupId, language } }): Promise<LabReport> => {
    const groups = await listGroups(db, reach)
    const group = groups.find(({ id }) => id === groupId)
    if (!group) throw new NotFound('group')
    const { people, given } = await readFirst(db, branchOf(groupId), courseId, unitId)
    const course = await getVersion(db, given[0]?.courseVersion ?? (await currentHashOf(db, courseId)))
    const unit = unitOf(course, unitId, 'lab')
    const isTold = people >= leastPeople && (await findTold(db, courseId, unitId)).has(groupId)
    const done = isTold ? await summarised(db, given) : []
    const world = worldOf({ seed: '0'.repeat(32), lab: { id: unit.id, version: unit.version } })
    const report = groupReport(
      done,
      world.evidence.tables.map(({ id }) => id),
    )
    return {
      title: unit.title,
      course: { id: course.id, title: course.title },
      group,
      above: group.path.slice(0, -1).flatMap((id) => groups.find((one) => one.id === id) ?? []),
      beneath: groups.filter(({ path }) => path.at(-2) === groupId),
      people,
      counted: done.length,
      least: leastPeople,
      report: report && groupInWords(report, world, unit.words[language]),
    }
  },
})

interface Given {
  id: string
  courseVersion: string
  startedAt: Date
  submittedAt: Date
  summary: LabSummary | null
}

/** The first attempt that each person gave, the last given first; `people` counts them all. */
async function readFirst(db: Database, branch: Reach, courseId: string, unitId: string): Promise<{ people: number; given: Given[] }> {
  const { id, courseVersion, startedAt, submittedAt } = attempts
  const first = db
    .selectDistinctOn([enrolments.personId], { id, courseVersion, startedAt, submittedAt })
    .from(attempts)
    .innerJoin(enrolments, eq(enrolments.id, attempts.enrolmentId))
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(and(submittedIn(courseId, unitId), peopleWithin(branch)))
    .orderBy(enrolments.personId, desc(enrolments.cycle), attempts.number)
    .as('first')
  const last = db
    .select({
      ...{ id: first.id, courseVersion: first.courseVersion, startedAt: first.startedAt, submittedAt: first.submittedAt },
      people: sql<number>`(count(*) over ())::int`.as('people'),
    })
    .from(first)
    .orderBy(desc(first.submittedAt))
    .limit(mostTold)
    .as('last')
  const rows = await db
    .select({
      ...{ id: last.id, courseVersion: last.courseVersion, startedAt: last.startedAt, submittedAt: last.submittedAt, people: last.people },
      summary: sql<LabSummary | null>`${caseFiles.content} -> 'summary'`,
    })
    .from(last)
    .innerJoin(caseFiles, eq(caseFiles.attemptId, last.id))
    .orderBy(desc(last.submittedAt))
  const given = rows.flatMap(({ people: _, submittedAt: at, ...row }) => (at ? [{ ...row, submittedAt: at }] : []))
  return { people: rows[0]?.people ?? 0, given }
}

/** Groups of the whole organisation of which this lab may be told, whoever asks: two who ask may lay side by side what they are told. */
async function findTold(db: Database, courseId: string, unitId: string): Promise<Set<string>> {
  const counted = await db
    .select({ groupId: people.homeGroupId, people: countDistinct(people.id) })
    .from(attempts)
    .innerJoin(enrolments, eq(enrolments.id, attempts.enrolmentId))
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(submittedIn(courseId, unitId))
    .groupBy(people.homeGroupId)
  const groups = await listGroups(db, wholeOrganisation)
  const pathOf = new Map(groups.map(({ id, path }) => [id, path]))
  const peopleOf = new Map<string, number>()
  for (const { groupId, people: count } of counted)
    for (const id of pathOf.get(groupId) ?? []) peopleOf.set(id, (peopleOf.get(id) ?? 0) + count)
  return toldGroups(groups.map(({ id, path }) => ({ id, parentId: path.at(-2) ?? null, people: peopleOf.get(id) ?? 0 })))
}

const submittedIn = (courseId: string, unitId: string) =>
  and(eq(enrolments.courseId, courseId), eq(attempts.unitId, unitId), eq(attempts.status, 'submitted'))

/** Attempts with what they came to; those without it are left out beyond the last few. */
async function summarised(db: Database, given: readonly Given[]): Promise<AttemptDone[]> {
  const without = given.filter(({ summary }) => !summary)
  const made = await madeAgain(
    db,
    without.slice(0, mostMadeAgain).map(({ id }) => id),
  )
  return given.flatMap(({ id, summary, startedAt, submittedAt }) => {
    const known = summary ?? made.get(id)
    return known ? [{ ...known, seconds: (submittedAt.getTime() - startedAt.getTime()) / 1000 }] : []
  })
}

async function madeAgain(db: Database, ids: readonly string[]): Promise<Map<string, LabSummary>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: attempts.id, snapshot: attempts.snapshot, file: caseFiles.content })
    .from(attempts)
    .innerJoin(caseFiles, eq(caseFiles.attemptId, attempts.id))
    .where(inArray(attempts.id, [...ids]))
  const summaries = rows.flatMap(({ id, snapshot, file }) => {
    if (snapshot.kind !== 'lab') return []
    const world = worldOf(snapshot)
    return [[id, summaryOf(world.lab, world, file)] as const]
  })
  return new Map(summaries)
}
