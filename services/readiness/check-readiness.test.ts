import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '#db/client'
import { readEnvironment } from '#db/environment'
import { testCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { testNow } from '#testing/factories'
import { loadContent } from '../catalogue/load-content.ts'
import { reportError } from '../report-error.ts'
import { checkReadiness } from './check-readiness.ts'
import { countThings } from './count-things.ts'

const { db, owner: connection } = await testDatabase()
const owner = new Client(connection)
const folder = mkdtempSync(join(tmpdir(), 'casebook-ready-'))
beforeAll(() => owner.connect())
afterAll(async () => {
  await owner.end()
  rmSync(folder, { recursive: true })
})

const check = () => checkReadiness(db, folder)
const fine = { database: 'ok', writing: 'ok', schema: 'ok', content: 'ok', room: 'ok' }

it('is not ready without a course, then is', async () => {
  expect(await check()).toEqual({ isReady: false, checks: { ...fine, content: 'missing' } })
  await loadContent(db, testNow, [testCourse])
  expect(await check()).toEqual({ isReady: true, checks: fine })
})

it('is not ready on a schema of another time', async () => {
  await owner.query('begin')
  await owner.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 99999999999999); commit")
  expect(await check()).toEqual({ isReady: false, checks: { ...fine, schema: 'newer' } })
  await owner.query(
    'delete from drizzle.__drizzle_migrations where created_at >= (select max(created_at) from drizzle.__drizzle_migrations)',
  )
  expect(await check()).toEqual({ isReady: true, checks: fine })
  const { rows } = await owner.query(
    'delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations) returning *',
  )
  expect(await check()).toEqual({ isReady: false, checks: { ...fine, schema: 'older' } })
  await owner.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [rows[0].hash, rows[0].created_at])
})

it('is not ready while nothing can be written, though all can be read', async () => {
  await db.execute(sql`set default_transaction_read_only = on`)
  expect(await check()).toEqual({ isReady: false, checks: { ...fine, writing: 'read_only' } })
  await db.execute(sql`set default_transaction_read_only = off`)
  expect(await check()).toEqual({ isReady: true, checks: fine })
})

// A disk that is full at any time.
if (process.platform === 'linux')
  it('is not ready on a full disk, but for a database that does not lie on it', async () => {
    const bundled = readEnvironment({ CASEBOOK_DATA: '/proc' })
    expect(await checkReadiness(db, bundled.databaseDir)).toEqual({ isReady: false, checks: { ...fine, room: 'full' } })
    const named = readEnvironment({ CASEBOOK_DATA: '/proc', CASEBOOK_BUNDLED: '0' })
    expect(await checkReadiness(db, named.databaseDir)).toEqual({ isReady: true, checks: { ...fine, room: 'elsewhere' } })
  })

it('is not ready while people’s saving is refused for want of room, though its own row still fits', async () => {
  reportError(Object.assign(new Error('no room'), { severity: 'ERROR', code: '53100' }), null)
  expect(await check()).toEqual({ isReady: false, checks: { ...fine, writing: 'full' } })
})

it('is not ready, and soon says so, when nobody answers or everything waits', async () => {
  const gone = openDatabase({ host: '/nowhere' })
  const unasked = { writing: 'unknown', schema: 'unknown', content: 'unknown', room: 'ok' }
  expect(await checkReadiness(gone, folder)).toEqual({ isReady: false, checks: { database: 'unreachable', ...unasked } })
  await owner.query('begin; lock table courses')
  await db.execute(sql`set statement_timeout = '100ms'`)
  expect(await check()).toEqual({ isReady: false, checks: { database: 'busy', ...unasked } })
  await owner.query('rollback')
  await gone.$client.end()
})

it('a folder that is not there is no reason', async () => {
  expect((await checkReadiness(db, join(folder, 'none'))).checks.room).toBe('unknown')
})

it('counts people, devices and jobs for a monitor', async () => {
  expect(await countThings(db, testNow)).toEqual({ people: 0, sessions: 0, jobs: [] })
})
