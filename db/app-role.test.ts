import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#testing/database'
import { appConnection, appRoleOf, makeAppRole } from './app-role.ts'

const { owner } = await testDatabase()
const database = owner.database ?? ''
const role = appRoleOf(database)
const plain = { ...owner, user: `plain_${database}`, password: 'plain' }
const admin = new Client(owner)

beforeAll(async () => {
  await admin.connect()
  await admin.query(`create role ${plain.user} login password 'plain'`)
})
afterAll(async () => {
  await admin.query(`drop role if exists ${role}`)
  await admin.query(`drop role ${plain.user}`)
  await admin.end()
})

/** Makes the role as an owner who may not make roles. */
async function makeAsPlain() {
  const client = new Client(plain)
  await client.connect()
  return makeAppRole(client, 'secret').finally(() => client.end())
}

test('a server that forbids making the role is told what its administrator can do', async () => {
  await expect(makeAsPlain()).rejects.toThrow(`CREATE ROLE "${role}" NOLOGIN; GRANT "${role}" TO`)
})

test('a role that an administrator made is taken by the owner, with a warning', async () => {
  await admin.query(`create role ${role} nologin`)
  await admin.query(`grant ${role} to ${plain.user}`)
  await makeAsPlain()
  const { connection, warning } = await appConnection(plain, 'secret')
  expect(warning).toMatch(`does not let ${role} sign in`)
  const client = new Client(connection)
  await client.connect()
  expect((await client.query('select current_user as role')).rows).toEqual([{ role }])
  await client.end()
})

test('a role made before gets the password of this installation, and signs in', async () => {
  await makeAppRole(admin, 'one secret')
  await makeAppRole(admin, 'another secret')
  expect(await appConnection(owner, 'another secret')).toEqual({ connection: { ...owner, user: role, password: expect.any(String) } })
  expect((await appConnection(owner, 'one secret')).warning).toMatch('does not let')
})

test('two databases on one server have two roles', () => {
  expect(appRoleOf('one')).not.toBe(appRoleOf('two'))
})
