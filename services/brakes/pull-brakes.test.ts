import { describe, expect, it } from 'vitest'
import { brakes as table } from '#db/schema/index'
import { brakes } from '#domain/brakes/brake'
import { testDatabase } from '#testing/database'
import { Braked } from '../errors.ts'
import { type Braking, pullBrakes, releaseBrake, takeBackPull } from './pull-brakes.ts'

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

  it('says nowhere whom it is kept for, and is forgotten a day after it released itself', async () => {
    expect(JSON.stringify(await db.select().from(table))).not.toMatch(/device/)
    await releaseBrake(db, later(7 * 86_400), ['signInOnDevice', 'a third device'])
    expect(await db.select().from(table)).toEqual([])
  })
})
