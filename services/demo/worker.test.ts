import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { openDatabase } from '#db/client'
import { asBossConnection, bossOn } from '#db/jobs'
import { testDatabase } from '#testing/database'
import { type DemoJob, type MakeDemo, startDemoWorker, workOrder } from './worker.ts'

const { db, owner } = await testDatabase()
const elsewhere = openDatabase(owner) // another instance
const boss = bossOn(asBossConnection(db.$client))
const otherBoss = bossOn(asBossConnection(elsewhere.$client))
beforeAll(() => Promise.all([boss.start(), otherBoss.start()]))
afterAll(() => elsewhere.$client.end())
afterEach(() => void vi.restoreAllMocks())

const order = () => boss.send('demo', { passwordHash: 'hash' } satisfies DemoJob)
const states = async () => {
  const { rows } = await db.execute<{ state: string }>(sql`select state::text from pgboss.job where name = 'demo' order by created_on`)
  return rows.map(({ state }) => state)
}
const nobody: MakeDemo = () => expect.unreachable('nothing was ordered')

test('an order is worked at once, and one that fails is told', async () => {
  await order()
  const made: string[] = []
  await workOrder(db, boss, async (passwordHash) => void made.push(passwordHash))
  await workOrder(db, boss, nobody)
  expect(made).toEqual(['hash'])
  await order()
  await workOrder(db, boss, () => Promise.reject(new Error('no room')))
  expect(await states()).toEqual(['completed', 'failed'])
})

test('what another instance works at is left to it', async () => {
  await order()
  const { promise: made, resolve: finish } = Promise.withResolvers<void>()
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const other = workOrder(elsewhere, otherBoss, () => {
    begin()
    return made
  })
  await begun
  await order()
  await workOrder(db, boss, nobody)
  expect(await states()).toEqual(['completed', 'failed', 'active', 'created'])
  finish()
  await other
  expect(await states()).toEqual(['completed', 'failed', 'completed', 'created'])
})

test('what a killed process left has failed at the next start, which works at the next order', async () => {
  await boss.fetch('demo')
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const worker = await startDemoWorker(db, nobody)
  await expect.poll(states, { timeout: 20_000 }).toEqual(['completed', 'failed', 'completed', 'failed'])
  await worker.stop()
  await order()
  await workOrder(db, boss, () => Promise.resolve())
  expect((await states()).at(-1)).toBe('completed')
})
