import { and, eq, getTableColumns, type SQL } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client'
import { attempts, caseFiles, enrolments, organisation, people } from '#db/schema/index'
import type { LabUnit } from '#domain/catalogue/types'
import { readableOf } from '#domain/labs/reading'
import type { Reach } from '#domain/policy'
import { getVersion } from '../catalogue/get-version.ts'
import { unitOf } from '../enrolments/own-enrolment.ts'
import { NotFound } from '../errors.ts'
import { peopleWithin } from '../reach.ts'
import { type World, worldOf } from './worlds.ts'

const owner = { personId: people.id, homeGroupId: people.homeGroupId, closedAt: enrolments.closedAt, courseId: enrolments.courseId }

function statement(db: Reader, attemptId: string, within: SQL) {
  return db
    .select({
      attempt: getTableColumns(attempts),
      file: caseFiles.content,
      savedAt: caseFiles.updatedAt,
      owner,
      since: organisation.responsesReadableSince,
    })
    .from(attempts)
    .innerJoin(caseFiles, eq(caseFiles.attemptId, attempts.id))
    .innerJoin(enrolments, eq(enrolments.id, attempts.enrolmentId))
    .innerJoin(people, eq(people.id, enrolments.personId))
    .innerJoin(organisation, eq(organisation.id, 1))
    .where(and(eq(attempts.id, attemptId), within))
}

type Row = Awaited<ReturnType<typeof statement>>[number]

/** An attempt at a lab as the services need it: truth included. */
export type LabAttempt = Omit<Row['attempt'], 'snapshot'> &
  Row['owner'] &
  Pick<Row, 'file' | 'savedAt'> & {
    seed: string
    unit: LabUnit
    world: World
    /** Whether reviewers may read what is given in it, as the owner has decided. */
    isReadable: boolean
  }

async function labAttempt(db: Reader, row: Row | undefined): Promise<LabAttempt> {
  if (row?.attempt.snapshot.kind !== 'lab') throw new NotFound('attempt')
  const { snapshot, ...attempt } = row.attempt
  const course = await getVersion(db, attempt.courseVersion)
  // The attempt of an enrolment that is closed counts as abandoned.
  const status = attempt.status === 'in_progress' && row.owner.closedAt ? ('abandoned' as const) : attempt.status
  const { file, savedAt, owner, since } = row
  const isReadable = readableOf(since, attempt.startedAt) === 'readable'
  const unit = unitOf(course, attempt.unitId, 'lab')
  return { ...attempt, ...owner, status, file, savedAt, isReadable, seed: snapshot.seed, unit, world: worldOf(snapshot) }
}

/** @throws NotFound for an attempt out of reach, and for one at a quiz. */
export async function findLabAttempt(db: Reader, reach: Reach, attemptId: string): Promise<LabAttempt> {
  const [row] = await statement(db, attemptId, peopleWithin(reach))
  return labAttempt(db, row)
}

/** One's own, locked together with its enrolment and its case file until the transaction ends. @throws NotFound */
export async function lockOwnLabAttempt(tx: Transaction, { own }: Reach, attemptId: string): Promise<LabAttempt> {
  if (own === null) throw new NotFound('attempt')
  const [row] = await statement(tx, attemptId, eq(people.id, own)).for('update', { of: [enrolments, attempts, caseFiles] })
  return labAttempt(tx, row)
}
