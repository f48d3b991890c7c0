import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '#db/client'
import { attempts, completions, courseVersions, enrolments, groups, organisation, people } from '#db/schema/index'
import { dayOf } from '#domain/calendar'
import type { Localised } from '#domain/catalogue/types'
import type { Status } from '#domain/enrolments/status'
import { type Readable, readableOf } from '#domain/labs/reading'
import { type Actor, can } from '#domain/policy'
import type { GroupNode } from '#domain/reports/groups'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { peopleWithin } from '../reach.ts'
import { listGroups, readTimeZone } from './scope.ts'
import { moment, statusAt } from './status-sql.ts'

export interface AttemptRow {
  id: string
  unitId: string
  number: number
  status: 'in_progress' | 'submitted' | 'abandoned'
  startedAt: Date
  submittedAt: Date | null
  score: number | null
  isPassed: boolean | null
  /** Whether the asker may read what was given in it, or why not; null where that is never asked: no lab that was given, or no permission. */
  reading: Readable | null
}
export interface UnitRow {
  id: string
  title: Localised
  kind: 'lesson' | 'quiz' | 'lab'
  completedAt: Date | null
  score: number | null
  attempts: AttemptRow[]
}
export interface EnrolmentRow {
  id: string
  courseId: string
  title: Localised
  cycle: number
  status: Status | 'cancelled'
  enrolledAt: Date
  isAssigned: boolean
  /** The last day in time, leave added, in the organisation's zone. */
  dueOn: string | null
  startedAt: Date | null
  closedAt: Date | null
  score: number | null
  units: UnitRow[]
}
export interface PersonReport {
  person: { id: string; name: string; deactivatedAt: Date | null }
  /** Home groups from the highest within reach down to the person's own. */
  groups: GroupNode[]
  /** Latest first. */
  enrolments: EnrolmentRow[]
}

/** What one person was assigned and what came of it: statuses, attempts and scores, never what they chose. */
export const getPersonReport = query({
  permission: 'report.read',
  input: z.object({ person: z.uuid() }),
  run: async ({ db, actor, input, now, reach }): Promise<PersonReport> => {
    const [person] = await db
      .select({ id: people.id, name: people.name, deactivatedAt: people.deactivatedAt, path: groups.path })
      .from(people)
      .innerJoin(groups, eq(groups.id, people.homeGroupId))
      .where(and(eq(people.id, input.person), peopleWithin(reach)))
    if (!person) throw new NotFound()
    const { path, ...known } = person
    const [visible, timeZone] = await Promise.all([listGroups(db, reach), readTimeZone(db)])
    const above = path.flatMap((id) => visible.filter((group) => group.id === id))
    const reading = await readingFor(db, actor, { personId: known.id, groupPath: path })
    return { person: known, groups: above, enrolments: await readEnrolments(db, input.person, { now, timeZone, reading }) }
  },
})

type Tried = Omit<AttemptRow, 'reading'>
type ReadingOf = (unit: UnitContent, attempt: Tried) => AttemptRow['reading']

/** To read what was given is another permission than this report's, and the owner has to allow it, but for one's own. */
async function readingFor(db: Database, actor: Actor, subject: { personId: string; groupPath: string[] }): Promise<ReadingOf> {
  if (!can(actor, 'response.read', subject)) return () => null
  const [row] = await db.select({ since: organisation.responsesReadableSince }).from(organisation)
  const isOwn = actor.kind === 'person' && actor.id === subject.personId
  return ({ kind }, { status, startedAt }) => {
    if (kind !== 'lab' || status !== 'submitted') return null
    return isOwn ? 'readable' : readableOf(row?.since ?? null, startedAt)
  }
}

interface UnitContent {
  id: string
  title: Localised
  kind: 'lesson' | 'quiz' | 'lab'
}
const title = sql<Localised>`${courseVersions.content} -> 'title'`
const units = sql<
  UnitContent[]
>`(select jsonb_agg(jsonb_build_object('id', unit -> 'id', 'title', unit -> 'title', 'kind', unit -> 'kind') order by place)
  from jsonb_array_elements(${courseVersions.content} -> 'units') with ordinality as listed(unit, place))`

interface Reading {
  now: Date
  timeZone: string
  reading: ReadingOf
}

async function readEnrolments(db: Database, personId: string, { now, timeZone, reading }: Reading): Promise<EnrolmentRow[]> {
  const [found, done, tried] = await Promise.all([
    db
      .select({
        id: enrolments.id,
        courseId: enrolments.courseId,
        title,
        units,
        cycle: enrolments.cycle,
        status: statusAt(moment(now, dayOf(now, timeZone))),
        enrolledAt: enrolments.enrolledAt,
        assignmentId: enrolments.assignmentId,
        dueAt: enrolments.dueAt,
        startedAt: enrolments.startedAt,
        closedAt: enrolments.closedAt,
        score: enrolments.score,
      })
      .from(enrolments)
      .innerJoin(people, eq(people.id, enrolments.personId))
      .innerJoin(courseVersions, eq(courseVersions.hash, enrolments.courseVersion))
      .where(eq(enrolments.personId, personId))
      .orderBy(desc(enrolments.enrolledAt), desc(enrolments.cycle)),
    readCompletions(db, personId),
    readAttempts(db, personId),
  ])
  return found.map(({ units: contents, dueAt, assignmentId, ...row }) => ({
    ...row,
    isAssigned: assignmentId !== null,
    dueOn: dueAt && dayOf(dueAt, timeZone),
    units: contents.map((unit) => {
      const isHere = (other: { enrolmentId: string; unitId: string | null }) => other.enrolmentId === row.id && other.unitId === unit.id
      const completion = done.find(isHere)
      return {
        ...unit,
        completedAt: completion?.completedAt ?? null,
        score: completion?.score ?? null,
        attempts: tried.filter(isHere).map(({ enrolmentId: _, ...attempt }) => ({ ...attempt, reading: reading(unit, attempt) })),
      }
    }),
  }))
}

function readCompletions(db: Database, personId: string) {
  return db
    .select({
      enrolmentId: completions.enrolmentId,
      unitId: completions.unitId,
      completedAt: completions.completedAt,
      score: completions.score,
    })
    .from(completions)
    .where(and(eq(completions.personId, personId), sql`${completions.unitId} is not null`))
}

function readAttempts(db: Database, personId: string) {
  return db
    .select({
      id: attempts.id,
      enrolmentId: attempts.enrolmentId,
      unitId: attempts.unitId,
      number: attempts.number,
      status: attempts.status,
      startedAt: attempts.startedAt,
      submittedAt: attempts.submittedAt,
      score: attempts.score,
      isPassed: attempts.isPassed,
    })
    .from(attempts)
    .innerJoin(enrolments, eq(enrolments.id, attempts.enrolmentId))
    .where(eq(enrolments.personId, personId))
    .orderBy(asc(attempts.number))
}
