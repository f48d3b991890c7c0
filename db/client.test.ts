import { sql } from 'drizzle-orm'
import { Client, type ClientConfig } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Database, openDatabase } from './client.ts'
import { troubleOf } from './trouble.ts'

const server = JSON.parse(inject('server')) as ClientConfig
const name = `client_${process.pid}`
const admin = new Client({ ...server, database: 'postgres' })
let db: Database

beforeAll(async () => {
  await admin.connect()
  await admin.query(`create database ${name}`)
  db = openDatabase({ ...server, database: name, max: 2 })
})

afterAll(async () => {
  await db.$client.end()
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
})

const hangUp = () => admin.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [name])
const failure = (work: Promise<unknown>) => work.then(() => null, troubleOf)

test('a connection that broke during a transaction is replaced, however often that happens', async () => {
  for (let times = 0; times < 5; times += 1) {
    const broken = db.transaction(async (tx) => {
      await tx.execute(sql`select 1`)
      await hangUp()
      await tx.execute(sql`select 1`)
    })
    expect(await failure(broken)).toBe('unreachable')
  }
  await db.transaction((tx) => tx.execute(sql`select 1`))
  expect(db.$client.totalCount - db.$client.idleCount).toBe(0)
})

test('a connection on which a transaction could not even begin is not kept', async () => {
  db.$client.on('acquire', (client) => (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy())
  for (let times = 0; times < 5; times += 1) expect(await failure(db.transaction(async () => undefined))).toBe('unreachable')
  db.$client.removeAllListeners('acquire')
  await db.transaction((tx) => tx.execute(sql`select 1`))
  expect(db.$client.totalCount - db.$client.idleCount).toBe(0)
})

test('a refusal of the database leaves the connection to the next', async () => {
  const pid = async () => (await db.execute<{ pid: number }>(sql`select pg_backend_pid() pid`)).rows[0]?.pid
  const before = await pid()
  expect(await failure(db.transaction((tx) => tx.execute(sql`select 1 / 0`)))).toBeNull()
  expect(await pid()).toBe(before)
})
