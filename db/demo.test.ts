import { Client } from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from '#testing/database'
import { completeDemo, createDemo, demoNameOf, demoState, dropDemo } from './demo.ts'

const { owner } = await testDatabase()

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
  await completeDemo(owner)
  expect(await demoState(owner)).toBe('complete')
  expect(await dropDemo(owner)).toBe(true)
  expect(await demoState(owner)).toBe('none')
})

test('the name of its database fits, however long that of the installation is', () => {
  expect(demoNameOf('x'.repeat(63)).length).toBeLessThanOrEqual(63 - '_app'.length)
})
