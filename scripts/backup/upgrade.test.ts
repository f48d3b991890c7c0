import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq, is, isNotNull, isNull } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, test } from 'vitest'
import { appConnection } from '#db/app-role'
import { fullName, listTables } from '#db/backup/inventory'
import { verifyBackup } from '#db/backup/read-backup'
import { restoreBackup } from '#db/backup/restore-backup'
import { connected, type Database, openDatabase } from '#db/client'
import { knownMigrations } from '#db/migrate'
import * as schema from '#db/schema/index'
import { attempts, caseFiles, completions, enrolments, people } from '#db/schema/index'
import { getResult } from '#services/attempts/get-result'
import { listEvents } from '#services/audit/list-events'
import { getCertificate } from '#services/certificates/get-certificate'
import { getDebrief } from '#services/labs/view-debrief'
import { listPeople } from '#services/people/list-people'
import { getCompletionReport } from '#services/reports/completion-report'
import { plainDatabase } from '#testing/database'
import { anonymous, callerFor } from '#testing/factories'
import { root } from '../bootstrap/node.mjs'
import { rowsInBackup, rowsOf } from './copied-rows.ts'

/** Backups of a made-up organisation, one for each schema there has been; see `npm run db:fixture`. */
const fixtures = join(root, 'db', 'fixtures')
const names = readdirSync(fixtures)
const secret = 'a secret of some length, for tests only'
const databases = new Map(await Promise.all(names.map(async (name) => [name, await plainDatabase()] as const)))

const tables = Object.values(schema).filter((each) => is(each, PgTable))

/**
 * What migrations made anew, and what it holds after an upgrade as text of `COPY`; by migration. Every other column keeps what it held: one
 * that a migration changes has to be named here, with what became of it.
 */
const made: Record<string, { tables?: string[]; columns?: Record<string, Record<string, string>> }> = {
  '0002_brakes__table__create': { tables: ['public.brakes'] },
  '0004_case_files__table__create': { tables: ['public.case_files'] },
  '0005_organisation__contact__add': { columns: { 'public.organisation': { contact_name: '\\N', contact_email: '\\N' } } },
  '0006_organisation__responses_readable_since__add': { columns: { 'public.organisation': { responses_readable_since: '\\N' } } },
}

/** What an upgrade from a schema finds made by the migrations after it. */
function madeSince(name: string) {
  const since = Object.entries(made).filter(([migration]) => migration > name)
  const columns: Record<string, Record<string, string>> = {}
  for (const [table, added] of since.flatMap(([, made]) => Object.entries(made.columns ?? {})))
    columns[table] = { ...columns[table], ...added }
  return { tables: since.flatMap(([, { tables = [] }]) => tables), columns }
}

test('there are backups of earlier schemas, and of nothing else', () => {
  const known = knownMigrations().map(({ name }) => `${name}.tar.zst`)
  expect(known).toEqual(expect.arrayContaining(names))
  expect(names).toEqual(expect.arrayContaining(known.slice(0, -1)))
})

describe.each(names)('an upgrade from %s', (name) => {
  const file = join(fixtures, name)
  const target = databases.get(name) ?? {}

  test('keeps what each column of each row held, and adds what is named and nothing else', async () => {
    const backup = await verifyBackup(file)
    expect(`${backup.manifest.schema.name}.tar.zst`).toBe(name)
    await restoreBackup(target, file, backup, { secret })
    const before = await rowsInBackup(file)
    expect(before.get('public.people')?.length).toBeGreaterThan(20)
    const kept = new Map(backup.manifest.tables.map((table) => [fullName(table), table]))
    const since = madeSince(backup.manifest.schema.name)
    const added: Record<string, Record<string, string>> = {}
    for (const table of await connected(target, listTables)) {
      const old = kept.get(fullName(table))
      if (!old) {
        expect([fullName(table), table.rows]).toEqual([since.tables.find((each) => each === fullName(table)), 0])
        continue
      }
      const rows = await rowsOf(target, old)
      // Of its own migrations a database knows more than before.
      const isTold = fullName(table) === 'drizzle.__drizzle_migrations'
      const told = before.get(fullName(table)) ?? []
      expect([fullName(table), isTold ? rows.filter((row) => told.includes(row)) : rows]).toEqual([fullName(table), told])
      for (const column of table.columns.filter((each) => !old.columns.includes(each)))
        added[fullName(table)] = {
          ...added[fullName(table)],
          [column]: [...new Set(await rowsOf(target, { ...table, columns: [column] }))].join(),
        }
      kept.delete(fullName(table))
    }
    expect([...kept.keys()]).toEqual([])
    expect(added).toEqual(since.columns)
    expect(await rowsOf(target, { schema: 'drizzle', name: '__drizzle_migrations', columns: ['hash'] })).toHaveLength(
      knownMigrations().length,
    )
  }, 60_000)

  test('leaves what the application reads', async () => {
    const db = openDatabase((await appConnection(target, secret)).connection)
    try {
      for (const table of tables) await db.select().from(table)
      await readLists(db)
      await readResults(db)
      await readCertificate(db)
    } finally {
      await db.$client.end()
    }
  })
})

const now = new Date()

async function readLists(db: Database): Promise<void> {
  const everybody = await db.select().from(people)
  const as = async (email: string) => callerFor(db, everybody.find((person) => person.email?.startsWith(email))?.id ?? '', now)
  const [done] = await db.select().from(enrolments).where(eq(enrolments.closedAs, 'completed'))
  expect((await listPeople(await as('owner@'), {})).count).toBe(everybody.filter(({ deactivatedAt }) => !deactivatedAt).length)
  const report = await getCompletionReport(await as('reviewer@'), { course: done?.courseId })
  expect(report.counts.completed).toBeGreaterThan(0)
  expect(report.rows.length).toBeGreaterThan(0)
  expect((await listEvents(await as('owner@'), {})).events.length).toBeGreaterThan(0)
}

/** The results of a quiz, and of a lab where the backup has one with its case file, as their learners see them. */
async function readResults(db: Database): Promise<void> {
  const submitted = await db
    .select({ attempt: attempts, personId: enrolments.personId, hasFile: isNotNull(caseFiles.attemptId) })
    .from(attempts)
    .innerJoin(enrolments, eq(enrolments.id, attempts.enrolmentId))
    .innerJoin(people, and(eq(people.id, enrolments.personId), isNull(people.deactivatedAt)))
    .leftJoin(caseFiles, eq(caseFiles.attemptId, attempts.id))
    .where(eq(attempts.status, 'submitted'))
  const quiz = submitted.find(({ attempt }) => attempt.snapshot.kind !== 'lab')
  const lab = submitted.find(({ attempt, hasFile }) => attempt.snapshot.kind === 'lab' && hasFile)
  if (!quiz) throw new Error('the backup has no quiz that was submitted')
  const ask = { attemptId: quiz.attempt.id, language: 'en' }
  const result = await getResult(await callerFor(db, quiz.personId, now), ask)
  expect(result).toMatchObject({ score: quiz.attempt.score, isPassed: quiz.attempt.isPassed, submittedAt: quiz.attempt.submittedAt })
  expect(result.questions.every(({ prompt }) => prompt.length > 0)).toBe(true)
  if (!lab) return
  const debrief = await getDebrief(await callerFor(db, lab.personId, now), { attemptId: lab.attempt.id, language: 'ja' })
  expect(debrief).toMatchObject({ score: lab.attempt.score, isPassed: lab.attempt.isPassed })
}

async function readCertificate(db: Database): Promise<void> {
  const [row] = await db
    .select({ code: completions.certificateCode, score: completions.score, holder: people.name })
    .from(completions)
    .innerJoin(people, eq(people.id, completions.personId))
    .where(isNotNull(completions.certificateCode))
  expect(await getCertificate(anonymous(db), { code: row?.code })).toMatchObject({
    code: row?.code,
    score: row?.score,
    holder: row?.holder,
  })
}
