import { Client, type QueryResult } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#testing/database'
import { appRoleOf } from './app-role.ts'
import { erasable, records } from './rights.ts'

const { db, owner: ownerConfig } = await testDatabase()
const owner = new Client(ownerConfig)
beforeAll(async () => {
  await owner.connect()
})
afterAll(() => owner.end())

const appRole = appRoleOf('template_casebook')
const asApp = (sql: string): Promise<QueryResult> => db.$client.query(sql)
const denied = /permission denied|must be owner/
const changes = (table: string) => [
  `update ${table} set ${table === 'course_versions' ? 'hash = hash' : 'id = id'}`,
  `delete from ${table}`,
  `truncate ${table} cascade`,
]

describe.each(records)('records in %s', (table) => {
  test('cannot be changed or removed by the application', async () => {
    for (const change of changes(table)) await expect(asApp(change), change).rejects.toThrow(denied)
  })
  test('are refused a change even as the owner of the table', async () => {
    for (const change of changes(table)) await expect(owner.query(change), change).rejects.toThrow(/never changed/)
  })
  test('keep their triggers: the application can neither switch them off nor go round them', async () => {
    await expect(asApp(`alter table ${table} disable trigger all`)).rejects.toThrow(denied)
    await expect(asApp(`drop trigger ${table}__immutable on ${table}`)).rejects.toThrow(denied)
    await expect(asApp(`create rule off as on update to ${table} do instead nothing`)).rejects.toThrow(denied)
    await expect(asApp(`drop table ${table} cascade`)).rejects.toThrow(denied)
  })
})

test('the application cannot switch triggers off for its connection, replace their function, nor make objects of its own', async () => {
  await expect(asApp("set session_replication_role = 'replica'")).rejects.toThrow(denied)
  await expect(
    asApp("create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'"),
  ).rejects.toThrow(denied)
  await expect(asApp('create table public.own (id int)')).rejects.toThrow(denied)
})

test('the application deletes only where it is meant to', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
     and (has_table_privilege('${appRole}', oid, 'DELETE') or has_table_privilege('${appRole}', oid, 'TRUNCATE')) order by 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual([...erasable].sort())
})

test('the application signs in as itself: no statement makes it the owner', async () => {
  const client = await db.$client.connect()
  const role = async () => (await client.query<{ role: string }>('select current_user as role')).rows[0]?.role
  for (const statement of ['reset role', 'set role none', 'reset session authorization', 'discard all']) {
    await client.query(statement)
    expect(await role(), statement).toBe(appRole)
  }
  await expect(client.query(`set role ${ownerConfig.user}`)).rejects.toThrow(denied)
  await expect(client.query(`set session authorization ${ownerConfig.user}`)).rejects.toThrow(denied)
  client.release()
})
