import { Client, type ClientConfig } from 'pg'
import { expect, test } from 'vitest'
import { plainDatabase, testDatabase } from '#testing/database'
import { connected } from './client.ts'
import { completeDemo, createDemo, demoNameOf, demoSize, demoState, dropDemo } from './demo.ts'

const { owner } = await testDatabase()
const plain = await plainDatabase()

test('a demonstration that was broken off is made anew; a whole one goes as a whole', async () => {
  expect(await demoState(owner)).toBe('none')
  expect(await dropDemo(owner)).toBe(false)
  const connection = await createDemo(owner)
  expect(connection.database).toBe(demoNameOf(owner.database ?? ''))
  expect(await demoState(owner)).toBe('unfinished')

  const client = new Client(connection)
  await client.connect()
  await client.query('create table left_half_done ()')
  await expect(dropDemo(owner)).rejects.toThrow('in use: stop Casebook first')
  await client.end()

  const again = new Client(await createDemo(owner))
  await again.connect()
  expect((await again.query(`select to_regclass('left_half_done') as found`)).rows).toEqual([{ found: null }])
  await again.end()
  await completeDemo(owner, { people: 20, seed: -3 })
  expect(await demoState(owner)).toBe('complete')
  expect(await demoSize(owner)).toEqual({ people: 20, seed: -3 })
  expect(await dropDemo(owner)).toBe(true)
  expect(await demoState(owner)).toBe('none')
})

test('the name of its database fits, however long that of the installation is', () => {
  expect(demoNameOf('x'.repeat(63)).length).toBeLessThanOrEqual(63 - '_app'.length)
})

test('a database of its name that is not the demonstration is left alone', async () => {
  const name = demoNameOf(plain.database ?? '')
  const foreign = { ...plain, database: name }
  const ask = (sql: string, of: ClientConfig = foreign) => connected(of, (client) => client.query(sql))
  await ask(`create database ${name}`, plain)
  await ask("create table people (email text); insert into people values ('mori@example.com')")
  expect(await demoState(plain)).toBe('foreign')
  const refusal = new RegExp(`bears no mark of Casebook and is left alone\\. .* DROP DATABASE "${name}";$`)
  await expect(createDemo(plain)).rejects.toThrow(refusal)
  await expect(dropDemo(plain)).rejects.toThrow(refusal)
  await ask(`comment on database ${name} is 'Ours. The demonstration of Casebook, complete.'`)
  await expect(dropDemo(plain)).rejects.toThrow(refusal)
  expect((await ask('select email from people')).rows).toEqual([{ email: 'mori@example.com' }])

  await ask("insert into people values ('owner@kitahama.example')") // as an earlier version left one that was broken off
  await createDemo(plain)
  expect(await demoState(plain)).toBe('unfinished')
  expect(await dropDemo(plain)).toBe(true)
})

test('the people of one that an earlier version made are counted', async () => {
  const connection = await createDemo(plain)
  await connected(plain, (client) =>
    client.query(`comment on database ${connection.database} is 'The demonstration of Casebook, complete.'`),
  )
  await connected(connection, (client) => client.query('create table people as select from generate_series(1, 21)'))
  expect(await demoState(plain)).toBe('complete')
  expect(await demoSize(plain)).toEqual({ people: 21 })
  expect(await dropDemo(plain)).toBe(true)
})

test('what cannot be made again is not dropped', async () => {
  await createDemo(plain)
  const allow = (right: string) => connected(owner, (client) => client.query(`alter role ${plain.user} ${right}`))
  await allow('nocreatedb')
  await expect(createDemo(plain)).rejects.toThrow('ALTER ROLE <the user in DATABASE_URL> CREATEDB;')
  expect(await demoState(plain)).toBe('unfinished')
  await allow('createdb')
  expect(await dropDemo(plain)).toBe(true)
})
