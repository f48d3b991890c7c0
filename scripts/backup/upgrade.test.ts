import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { eq, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, test } from 'vitest'
import { appConnection } from '#db/app-role'
import { verifyBackup } from '#db/backup/read-backup'
import { restoreBackup } from '#db/backup/restore-backup'
import { type Database, openDatabase } from '#db/client'
import { knownMigrations } from '#db/migrate'
import * as schema from '#db/schema/index'
import { enrolments, people } from '#db/schema/index'
import { listEvents } from '#services/audit/list-events'
import { listPeople } from '#services/people/list-people'
import { getCompletionReport } from '#services/reports/completion-report'
import { plainDatabase } from '#testing/database'
import { callerFor } from '#testing/factories'
import { everyRow } from '#testing/rows'
import { root } from '../bootstrap/node.mjs'

/** Backups of a made-up organisation, one for each schema there has been; see `npm run db:fixture`. */
const fixtures = join(root, 'db', 'fixtures')
const names = readdirSync(fixtures)
const secret = 'a secret of some length, for tests only'
const databases = new Map(await Promise.all(names.map(async (name) => [name, await plainDatabase()] as const)))

const tables = Object.values(schema).filter((each) => is(each, PgTable))

test('there are backups of earlier schemas, and of nothing else', () => {
  const known = knownMigrations().map(({ name }) => `${name}.tar.zst`)
  expect(known).toEqual(expect.arrayContaining(names))
  expect(names).toEqual(expect.arrayContaining(known.slice(0, -1)))
})

describe.each(names)('an upgrade from %s', (name) => {
  const file = join(fixtures, name)
  const target = databases.get(name) ?? {}

  test('keeps every row', async () => {
    const backup = await verifyBackup(file)
    expect(`${backup.manifest.schema.name}.tar.zst`).toBe(name)
    await restoreBackup(target, file, backup, { secret })
    const rows = await everyRow(target)
    expect(rows.get('people')?.length).toBeGreaterThan(20)
    for (const table of backup.manifest.tables.filter(({ schema: of }) => of === 'public'))
      expect([table.name, rows.get(table.name)?.length]).toEqual([table.name, table.rows])
    expect(rows.get('drizzle.__drizzle_migrations')).toHaveLength(knownMigrations().length)
  }, 60_000)

  test('leaves what the application reads', async () => {
    const db = openDatabase((await appConnection(target, secret)).connection)
    try {
      for (const table of tables) await db.select().from(table)
      await read(db)
    } finally {
      await db.$client.end()
    }
  })
})

async function read(db: Database): Promise<void> {
  const now = new Date()
  const everybody = await db.select().from(people)
  const as = async (email: string) => callerFor(db, everybody.find((person) => person.email?.startsWith(email))?.id ?? '', now)
  const [done] = await db.select().from(enrolments).where(eq(enrolments.closedAs, 'completed'))
  expect((await listPeople(await as('owner@'), {})).count).toBe(everybody.filter(({ deactivatedAt }) => !deactivatedAt).length)
  expect((await getCompletionReport(await as('reviewer@'), { course: done?.courseId })).counts.completed).toBeGreaterThan(0)
  expect((await listEvents(await as('owner@'), {})).events.length).toBeGreaterThan(0)
}
