import { Client, type ClientConfig } from 'pg'
import { expect, inject, test } from 'vitest'
import { migrateDatabase, refuseOldServer } from './migrate.ts'

const server = (version: number) => ({ query: async () => ({ rows: [{ version }] }) }) as unknown as Client

test('a PostgreSQL before 15 is refused in one sentence', async () => {
  await expect(refuseOldServer(server(140_023))).rejects.toThrow('This PostgreSQL is version 14; Casebook needs 15 or later.')
})

test('a PostgreSQL from 15 on is taken', async () => {
  await refuseOldServer(server(150_000))
  await refuseOldServer(server(190_001))
})

test('two that migrate a new database at the same moment take turns', async () => {
  const connection = { ...(JSON.parse(inject('server')) as ClientConfig), database: `migrated_${process.pid}` }
  const admin = new Client({ ...connection, database: 'postgres' })
  await admin.connect()
  await admin.query(`create database ${connection.database}`)
  await Promise.all([1, 2].map(() => migrateDatabase(connection, 's'.repeat(32))))
  const client = new Client(connection)
  await client.connect()
  const { rows } = await client.query(
    'select count(*)::int as all, count(distinct hash)::int as different from drizzle.__drizzle_migrations',
  )
  await client.end()
  await admin.query(`drop database ${connection.database} with (force)`)
  await admin.query(`drop role ${connection.database}_app`)
  await admin.end()
  expect(rows[0].all).toBeGreaterThan(0)
  expect(rows[0].all).toBe(rows[0].different)
})
