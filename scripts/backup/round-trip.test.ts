import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appConnection } from '#db/app-role'
import { verifyBackup } from '#db/backup/read-backup'
import { refuseUnknownSchema, restoreBackup } from '#db/backup/restore-backup'
import { writeBackup } from '#db/backup/write-backup'
import { connected, openDatabase } from '#db/client'
import { knownMigrations, migrateDatabase } from '#db/migrate'
import { courses } from '#db/schema/index'
import { compileContent } from '#services/catalogue/compile'
import { loadContent } from '#services/catalogue/load-content'
import { loadDemo } from '#services/demo/load-demo'
import { invitePerson } from '#services/people/invite-person'
import { openSetup } from '#services/setup/open-setup'
import { plainDatabase, testDatabase } from '#testing/database'
import { callerFor, makePerson } from '#testing/factories'
import { queuedMail } from '#testing/mail'
import { everyRow } from '#testing/rows'

const { db, owner } = await testDatabase()
const plain = await plainDatabase()
const other = await plainDatabase()
const started = await testDatabase()
const spare = await Promise.all([1, 2, 3, 4].map(plainDatabase))
/** A database of its own for a test. */
const made = () => spare.pop() as ClientConfig
const secret = 'a secret of some length, for tests only'
const now = new Date('2026-11-22T05:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'casebook-backup-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (name: string) => join(folder, `${name}.tar.zst`)
const write = (from: ClientConfig, name: string, more = {}) => writeBackup(from, fileOf(name), { secret, now, ...more })
const restore = async (name: string, to: ClientConfig) => restoreBackup(to, fileOf(name), await verifyBackup(fileOf(name)), { secret })

const run = (connection: ClientConfig, ...statements: string[]) =>
  connected(connection, async (client) => {
    for (const statement of statements) await client.query(statement)
  })

const naughty = String.raw`E'a\tb\nc\rd\\N \\. "quoted" ''single'' \\\\ 表計算 👩‍💻 \u200f'`

beforeAll(async () => {
  await loadDemo(db, { now, seed: 3, people: 30, passwordHash: 'a hash' })
  const [{ rows: roots }] = [await db.$client.query<{ id: string }>('select id from groups where parent_id is null')]
  const groupId = roots[0]?.id ?? ''
  const boss = await makePerson(db, { groupId, grants: [{ role: 'owner', of: null }] })
  await invitePerson(await callerFor(db, boss.id, now), { personId: (await makePerson(db, { groupId, supervisorId: boss.id })).id })
  // What that past may lack: every table is to be compared with something in it.
  await run(
    owner,
    `insert into lists (id, name, group_id, created_at) values (gen_random_uuid(), ${naughty}, '${groupId}', now())`,
    `insert into leaves select gen_random_uuid(), '${boss.id}', '2026-01-01', 'infinity', now(), '${boss.id}'`,
    `insert into drafts select id, 99, '{"choice": "\\u0009 x"}', now() from attempts limit 3`,
    `insert into brakes values ('a key', '2026-11-22 05:00:00.123456+00')`,
    `insert into extensions select gen_random_uuid(), id, null, '2027-01-01', 'absence', now(), '${boss.id}' from enrolments limit 1`,
    `insert into waivers select gen_random_uuid(), id, 'other', now(), '${boss.id}' from enrolments limit 1`,
    `update enrolments set score = 0.1::real where closed_at is null`,
  )
}, 120_000)

/** Keeps whoever comes to the people waiting, until released. */
async function holdPeople(): Promise<() => Promise<void>> {
  const holder = new Client(owner)
  await holder.connect()
  await holder.query('begin; lock table people in access exclusive mode')
  return () => holder.end()
}

/** Waits until a backup has come to the people, and gives the server's process that waits. */
async function isHeldUp(): Promise<number> {
  const waiting = async () => {
    const { rows } = await db.$client.query<{ pid: number }>(`select pid from pg_locks where not granted and relation = 'people'::regclass`)
    return rows[0]?.pid
  }
  await expect.poll(waiting, { timeout: 20_000 }).toBeDefined()
  return (await waiting()) ?? 0
}

const unused = ['pgboss.job_dependency', 'pgboss.schedule', 'pgboss.subscription']

describe('what was backed up is restored', () => {
  test('table for table, row for row, on a server whose owner is no superuser, and there belongs to the application', async () => {
    const before = await everyRow(owner)
    for (const [table, rows] of before) expect([table, rows.length > 0]).toEqual([table, !unused.includes(table)])
    const manifest = await write(owner, 'first', { partBytes: 20_000 })
    expect(manifest.tables.map(({ schema, name }) => (schema === 'public' ? name : `${schema}.${name}`)).sort()).toEqual(
      [...before.keys()].sort(),
    )
    await restore('first', plain)
    expect(await everyRow(plain)).toEqual(before)

    const application = openDatabase((await appConnection(plain, secret)).connection)
    expect(await application.select().from(courses)).toEqual(await db.select().from(courses))
    expect(await queuedMail(application)).toEqual(await queuedMail(db))
    await expect(application.$client.query('delete from completions')).rejects.toThrow(/permission denied/)
    await application.$client.end()
    await expect(run(plain, 'delete from completions')).rejects.toThrow(/never changed/)
  }, 60_000)

  test('back again, onto a database that start-up has prepared and nobody has set up', async () => {
    await loadContent(started.db, now, await compileContent())
    await openSetup(started.db, now)
    await started.db.$client.query(`insert into brakes values ('another key', now())`)
    await started.db.$client.end()
    await write(plain, 'second')
    await restore('second', started.owner)
    expect(await everyRow(started.owner)).toEqual(await everyRow(owner))
    // What comes after takes up where the old left off.
    await migrateDatabase(started.owner, secret)
    await run(started.owner, `insert into drizzle.__drizzle_migrations (hash, created_at) values ('next', 1)`)
  }, 60_000)

  test('as of one moment, whatever is written meanwhile', async () => {
    const before = await everyRow(owner)
    const release = await holdPeople()
    const writing = write(owner, 'moment')
    await isHeldUp()
    await run(owner, `insert into brakes values ('written meanwhile', now())`, `update organisation set name = 'Renamed meanwhile'`)
    await release()
    await writing
    await restore('moment', other)
    expect(await everyRow(other)).toEqual(before)
    expect(await everyRow(owner)).not.toEqual(before)
  }, 60_000)
})

describe('the file', () => {
  test('is for its owner alone, and nothing lies beside it', async () => {
    await write(owner, 'private')
    expect(statSync(fileOf('private')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  test('never takes the place of another', async () => {
    writeFileSync(fileOf('taken'), 'mine')
    await expect(write(owner, 'taken')).rejects.toThrow('is there already and is not overwritten')
    writeFileSync(`${fileOf('two')}.partial`, '')
    await expect(write(owner, 'two')).rejects.toThrow('another backup is being written, or one was broken off')
    expect(existsSync(fileOf('two'))).toBe(false)
  })

  test('is not there at all when it could not be finished', async () => {
    await expect(write(owner, join('no', 'folder'))).rejects.toThrow(`There is no folder ${join(folder, 'no')}`)
    await expect(write({ ...owner, database: 'template1' }, 'nothing')).rejects.toThrow('There is nothing to back up')
    const stop = new AbortController()
    const letGo = await holdPeople()
    const stopped = expect(write(owner, 'stopped', { signal: stop.signal })).rejects.toThrow(/aborted/)
    await isHeldUp()
    stop.abort()
    await letGo()
    await stopped
    const release = await holdPeople()
    const lost = expect(write(owner, 'lost')).rejects.toMatchObject({ code: '57P01' })
    await run(owner, `select pg_terminate_backend(${await isHeldUp()})`)
    await lost
    await release()
    expect(readdirSync(folder).filter((name) => /^(nothing|stopped|lost)/.test(name))).toEqual([])
  }, 60_000)
})

describe('a restore is refused, and leaves the database as it was', () => {
  test('where there is anything already', async () => {
    const before = await everyRow(owner)
    await expect(restore('first', owner)).rejects.toThrow('The database is in use')
    await db.$client.end()
    await expect(restore('first', owner)).rejects.toThrow(
      /^This database is not empty \(table \w+\)\. A backup is restored into an empty one/,
    )
    expect(await everyRow(owner)).toEqual(before)
  })

  test('where another program has what it keeps', async () => {
    const foreign = made()
    const hindered = async (name: string, ...statements: string[]) => {
      await run(foreign, ...statements)
      await expect(restore('first', foreign)).rejects.toThrow(`This database is not empty (${name})`)
    }
    await hindered('table orders', 'create table public.orders ()')
    await hindered('view open', 'drop table orders', 'create view public.open as select 1 as one')
    await hindered('function total', 'drop view open', "create function total() returns int language sql as 'select 1'")
    await hindered('table job', 'drop function total', 'create schema pgboss', 'create table pgboss.job ()')
    await hindered(
      'table __drizzle_migrations',
      'drop schema pgboss cascade; create schema drizzle',
      'create table drizzle.__drizzle_migrations (created_at bigint); insert into drizzle.__drizzle_migrations values (1)',
    )
    // What it does not write into is nothing to it.
    await run(foreign, 'drop schema drizzle cascade; create schema elsewhere; create table elsewhere.orders ()')
    await restore('first', foreign)
    await run(foreign, 'table elsewhere.orders')
  }, 60_000)

  test('when the file is not the one that was checked', async () => {
    const target = made()
    const backup = await verifyBackup(fileOf('first'))
    await expect(restoreBackup(target, fileOf('private'), backup, { secret })).rejects.toThrow('was changed while it was read')
    const [people] = (await everyRow(target)).get('people') ?? []
    expect(people).toBeUndefined()
    await restoreBackup(target, fileOf('first'), backup, { secret })
  }, 60_000)

  test('when it is stopped', async () => {
    const target = made()
    const backup = await verifyBackup(fileOf('first'))
    await expect(restoreBackup(target, fileOf('first'), backup, { secret, signal: AbortSignal.abort() })).rejects.toThrow(/aborted/)
    expect((await everyRow(target)).get('courses')).toEqual([])
  }, 60_000)

  test('when it was made by a newer Casebook, or one that went another way', async () => {
    const { manifest, digest } = await verifyBackup(fileOf('first'))
    const [first] = knownMigrations()
    const newer = { ...manifest, casebook: '9.0.0', schema: { name: '0999_later', when: Date.parse('2099-01-01') } }
    expect(() => refuseUnknownSchema(newer)).toThrow(
      'This backup was made by a newer Casebook (9.0.0): restore it with that version, or a later one.',
    )
    expect(() => refuseUnknownSchema({ ...manifest, schema: { name: '0000_other', when: first?.when ?? 0 } })).toThrow('(0000_other)')
    const target = made()
    for (const changed of [newer, { ...manifest, queues: manifest.queues + 1 }])
      await expect(restoreBackup(target, fileOf('first'), { manifest: changed, digest }, { secret })).rejects.toThrow('newer Casebook')
  })
})
