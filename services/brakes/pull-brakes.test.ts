import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brakes as table } from '#db/schema/index'
import { brakes, pull } from '#domain/brakes/brake'
import { testDatabase } from '#testing/database'
import { Braked } from '../errors.ts'
import { type Braking, letGo, pullBrakes, releaseBrake, takeBackPull } from './pull-brakes.ts'

const { db } = await testDatabase()
const now = new Date('2026-11-23T09:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const device: Braking = ['signInOnDevice', 'a device']
const { burst, everySeconds } = brakes.signInOnDevice
const times = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('a brake', () => {
  it('lets through as many at once as its burst, whoever comes first, and names the wait to the others', async () => {
    const answers = await Promise.allSettled(times(burst + 3).map(() => pullBrakes(db, now, device)))
    const refused = answers.filter((answer) => answer.status === 'rejected')
    expect(refused).toHaveLength(3)
    for (const { reason } of refused) expect(reason).toMatchObject({ reason: 'too_fast', waitSeconds: everySeconds })
    await expect(pullBrakes(db, later(everySeconds), device)).resolves.toBeUndefined()
    await expect(pullBrakes(db, later(everySeconds), device)).rejects.toThrow(Braked)
  })

  it('is of one subject only, and is not pulled when another one refuses', async () => {
    const other: Braking = ['signInOnDevice', 'another device']
    await expect(pullBrakes(db, later(everySeconds), other, device)).rejects.toThrow(Braked)
    for (const _ of times(burst)) await pullBrakes(db, later(everySeconds), other)
    await expect(pullBrakes(db, later(everySeconds), other)).rejects.toThrow(Braked)
  })

  it('is gone when it is released, and looser by one when a pull is taken back', async () => {
    await releaseBrake(db, later(everySeconds), device)
    for (const _ of times(burst)) await pullBrakes(db, later(everySeconds), device)
    await takeBackPull(db, device)
    await pullBrakes(db, later(everySeconds), device)
    await expect(pullBrakes(db, later(everySeconds), device)).rejects.toThrow(Braked)
  })

  it('is pulled in the database as the rule says, whatever is kept', async () => {
    const brake = brakes.signInOnDevice
    const aPast = fc
      .oneof(
        fc.integer({ min: -5_000_000, max: 5_000_000 }),
        fc.constantFrom(-1, 0, 1, 86_400_000).map((more) => 660_000 + more),
      )
      .map((milliseconds) => new Date(now.getTime() + milliseconds))
    await fc.assert(
      fc.asyncProperty(aPast, async (releasedAt) => {
        await db.delete(table)
        await pullBrakes(db, now, device)
        const [{ key = '' } = {}] = await db.update(table).set({ releasedAt }).returning()
        const answer = await pullBrakes(db, now, device).then(
          () => null,
          ({ waitSeconds }: Braked) => ({ waitSeconds }),
        )
        const [kept] = await db.select({ releasedAt: table.releasedAt }).from(table).where(eq(table.key, key))
        expect(answer ?? kept).toEqual(pull(brake, releasedAt, now))
      }),
    )
    await db.delete(table)
  })

  it('pulled on a clock that ran a day ahead keeps nobody out once that is set right, and slows down as before', async () => {
    const address: Braking = ['signInFromAddress', 'an office']
    await pullBrakes(db, later(86_400), address, device)
    await pullBrakes(db, now, address, device)
    await takeBackPull(db, address)
    await pullBrakes(db, now, address)
    await expect(pullBrakes(db, now, device)).rejects.toMatchObject({ waitSeconds: everySeconds })
    await pullBrakes(db, later(everySeconds), device)
    await db.delete(table)
  })

  it('is let go together with a pull of another, taken back', async () => {
    const address: Braking = ['signInFromAddress', 'an address']
    const keep = () => db.select().from(table).orderBy(table.key)
    await pullBrakes(db, now, address)
    const before = await keep()
    await pullBrakes(db, now, address, device)
    await db.transaction((tx) => letGo(tx, now, { released: device, takenBack: address }))
    expect(await keep()).toEqual(before)
  })

  it('says nowhere whom it is kept for, and is forgotten a day after it released itself', async () => {
    expect(JSON.stringify(await db.select().from(table))).not.toMatch(/device/)
    await releaseBrake(db, later(7 * 86_400), ['signInOnDevice', 'a third device'])
    expect(await db.select().from(table)).toEqual([])
  })
})
