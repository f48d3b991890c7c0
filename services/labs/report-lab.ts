import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '#db/client'
import { attempts, caseFiles, enrolments, groups, people } from '#db/schema/index'
import { languages } from '#domain/catalogue/types'
import { responsesOf } from '#domain/labs/case-file'
import { type GroupReport, groupReport, leastPeople } from '#domain/labs/group-report'
import { proofOf, scoreLab } from '#domain/labs/score'
import { isNone, type Reach } from '#domain/policy'
import { contentId } from '#domain/text'
import { getVersion } from '../catalogue/get-version.ts'
import { unitOf } from '../enrolments/own-enrolment.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { groupsWithin, peopleWithin } from '../reach.ts'
import { branchOf } from '../reports/scope.ts'
import { worldOf } from './worlds.ts'

/** A lab of a group in words: where its people looked, and what they missed. Null where there are too few of them. */
export interface LabReport {
  title: string
  group: string
  people: number
  least: number
  report: (Pick<GroupReport, 'cited'> & Record<'tasks' | 'tables' | 'decoys', { id: string; text: string; part: number }[]>) | null
}

/** The first submitted attempt of each person of a branch, told only of ten or more of them. @throws NotFound for a group out of reach. */
export const getLabReport = query({
  permission: 'response.read',
  input: z.strictObject({ courseId: contentId, unitId: contentId, groupId: z.uuid(), language: z.enum(languages) }),
  run: async ({ db, reach, input: { courseId, unitId, groupId, language } }): Promise<LabReport> => {
    // Whoever may read their own alone has no group to ask about.
    const others: Reach = { ...reach, own: null }
    if (isNone(others)) throw new Forbidden('response.read')
    const [group] = await db
      .select({ id: groups.id, name: groups.name })
      .from(groups)
      .where(and(eq(groups.id, groupId), groupsWithin(others)))
    if (!group) throw new NotFound('group')
    const rows = await readFirst(db, branchOf(groupId), courseId, unitId)
    const version = rows[0] && (await getVersion(db, rows[0].courseVersion))
    if (!version) return { title: unitId, group: group.name, people: 0, least: leastPeople, report: null }
    const unit = unitOf(version, unitId, 'lab')
    const words = unit.words[language]
    const common = { title: unit.title[language], group: group.name, people: rows.length, least: leastPeople }
    if (rows.length < leastPeople) return { ...common, report: null }
    const done = rows.flatMap(({ snapshot, file }) => {
      if (snapshot.kind !== 'lab') return []
      const { lab, truth, evidence } = worldOf(snapshot)
      const given = responsesOf(file)
      const proven = { ...truth, evidence: proofOf(truth, given) }
      const attempt = { file, truth: proven, tasks: scoreLab(lab.tasks, truth, given).tasks }
      return [{ attempt, tables: evidence.tables.map((table) => table.id) }]
    })
    const { tasks, tables, decoys, cited } = groupReport(
      done.map((one) => one.attempt),
      done[0]?.tables ?? [],
    )
    const told = (parts: Record<string, number>, text: (id: string) => string | undefined) =>
      Object.entries(parts).map(([id, part]) => ({ id, part, text: text(id) ?? id }))
    return {
      ...common,
      report: {
        cited,
        tasks: told(tasks, (id) => words.tasks[id]?.short),
        tables: told(tables, (id) => words.tables[id]?.title),
        // Their sentences hold values of one world; of many, only their names are the same.
        decoys: told(decoys, (id) => words.debrief.decoyNames?.[id]),
      },
    }
  },
})

async function readFirst(db: Database, branch: Reach, courseId: string, unitId: string) {
  return db
    .selectDistinctOn([enrolments.personId], {
      snapshot: attempts.snapshot,
      courseVersion: attempts.courseVersion,
      file: caseFiles.content,
    })
    .from(attempts)
    .innerJoin(caseFiles, eq(caseFiles.attemptId, attempts.id))
    .innerJoin(enrolments, eq(enrolments.id, attempts.enrolmentId))
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(and(eq(enrolments.courseId, courseId), eq(attempts.unitId, unitId), eq(attempts.status, 'submitted'), peopleWithin(branch)))
    .orderBy(enrolments.personId, desc(enrolments.cycle), attempts.number)
}
