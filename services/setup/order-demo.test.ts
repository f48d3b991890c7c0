import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { completeDemo, createDemo, dropDemo } from '#db/demo'
import { type Environment, environment } from '#db/environment'
import { NotFound } from '#services/errors'
import { lastEvent } from '#testing/audit'
import { testDatabase } from '#testing/database'
import { anonymous, testNow } from '#testing/factories'
import { verifyPassword } from '../account/password-hash.ts'
import type { DemoJob } from '../demo/worker.ts'
import { getDemo } from './get-demo.ts'
import { openSetup } from './open-setup.ts'
import { orderDemo } from './order-demo.ts'

const surroundings = { isLocal: true }
vi.mock('#db/environment', async (original) => {
  const real = await original<{ environment: () => Environment }>()
  return { ...real, environment: () => ({ ...real.environment(), ...surroundings }) }
})

const { db, owner } = await testDatabase()
const nobody = anonymous(db)
const token = (await openSetup(db, testNow)) ?? ''
const jobs = async () => (await db.execute<{ data: DemoJob }>(sql`select data from pgboss.job where name = 'demo'`)).rows

beforeEach(() => {
  surroundings.isLocal = true
})

describe('the demonstration', () => {
  it('is neither shown nor ordered without the set-up link', async () => {
    await expect(getDemo(nobody, { token: 'x' })).rejects.toThrow(NotFound)
    await expect(orderDemo(nobody, { token: 'x' })).rejects.toMatchObject({ reason: 'link_closed' })
  })

  it('is refused where others than this machine reach Casebook', async () => {
    surroundings.isLocal = false
    expect(await getDemo(nobody, { token })).toMatchObject({ isOffered: false })
    await expect(orderDemo(nobody, { token })).rejects.toMatchObject({ reason: 'demo_not_local' })
    expect(await jobs()).toEqual([])
  })

  it('is ordered once, by one of two at the same moment; its password is kept by its hash only', async () => {
    expect(await getDemo(nobody, { token })).toEqual({ isOffered: true, progress: 'none', address: environment().demoUrl })
    const orders = await Promise.allSettled([1, 2].map(() => orderDemo(nobody, { token })))
    const [made] = orders.flatMap((order) => (order.status === 'fulfilled' ? [order.value] : []))
    const [refused] = orders.flatMap((order) => (order.status === 'rejected' ? [order.reason] : []))
    expect(refused).toMatchObject({ reason: 'demo_ordered' })
    const password = made?.password ?? ''
    const [job, ...others] = await jobs()
    expect(others).toEqual([])
    expect(await verifyPassword(password, job?.data.passwordHash ?? '')).toBe(true)
    expect(JSON.stringify(await jobs())).not.toContain(password)
    expect(await lastEvent(db, 'demo.order')).toMatchObject({ actorKind: 'anonymous', subjectId: null, details: {} })
    expect(await getDemo(nobody, { token })).toMatchObject({ progress: 'making' })
  })

  it('can be ordered again when it could not be made', async () => {
    await db.execute(sql`update pgboss.job set state = 'failed' where name = 'demo'`)
    expect(await getDemo(nobody, { token })).toMatchObject({ progress: 'failed' })
    await expect(orderDemo(nobody, { token })).resolves.toBeDefined()
  })

  it('is there once it is complete, though its maker ended before saying so', async () => {
    await createDemo(owner)
    await completeDemo(owner, { people: 20, seed: 1 })
    expect(await getDemo(nobody, { token })).toMatchObject({ progress: 'making' })
    await db.execute(sql`update pgboss.job set state = 'failed' where name = 'demo'`)
    expect(await getDemo(nobody, { token })).toMatchObject({ progress: 'ready' })
    await expect(orderDemo(nobody, { token })).rejects.toMatchObject({ reason: 'demo_ordered' })
    await dropDemo(owner)
    expect(await getDemo(nobody, { token })).toMatchObject({ progress: 'failed' })
  })
})
