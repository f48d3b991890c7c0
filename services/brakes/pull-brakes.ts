import { createHmac } from 'node:crypto'
import { eq, lt, or, sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { secretOf } from '#db/environment'
import { brakes as table } from '#db/schema/index'
import { type BrakeName, brakes, pull } from '#domain/brakes/brake'
import { Braked } from '../errors.ts'

/** A brake, and what it is kept for: an account, a device, an address. */
export type Braking = readonly [name: BrakeName, subject: string]

/** The database knows what a brake is for by a keyed hash only. */
const keyOf = ([name, subject]: Braking) => createHmac('sha256', secretOf()).update(`brake\0${name}\0${subject}`).digest('base64url')

/** Pulls brakes, all or none. @throws Braked with the longest wait when it is too soon for any of them. */
export async function pullBrakes(db: Reader, now: Date, ...brakings: Braking[]): Promise<void> {
  const wanted = new Map(brakings.map((braking) => [keyOf(braking), brakes[braking[0]]]))
  // In one order everywhere, so that two at once wait for each other instead of blocking each other.
  const keys = [...wanted.keys()].sort()
  await db.transaction(async (tx) => {
    // New or not, the rows are held from here on: of two at once the second sees what the first has left.
    const kept = await tx
      .insert(table)
      .values(keys.map((key) => ({ key, releasedAt: now })))
      .onConflictDoUpdate({ target: table.key, set: { key: sql`excluded.key` } })
      .returning()
    const answers = kept.map(({ key, releasedAt }) => ({ key, ...pull(wanted.get(key) ?? { everySeconds: 1, burst: 1 }, releasedAt, now) }))
    const waitSeconds = Math.max(0, ...answers.map((answer) => ('waitSeconds' in answer ? answer.waitSeconds : 0)))
    if (waitSeconds > 0) throw new Braked(waitSeconds)
    const pulled = answers.filter((answer) => 'releasedAt' in answer)
    await tx
      .insert(table)
      .values(pulled)
      .onConflictDoUpdate({ target: table.key, set: { releasedAt: sql`excluded.released_at` } })
  })
}

/** Lets a brake go altogether. Those that released themselves a day ago are forgotten with it, so that none is kept for good. */
export async function releaseBrake(db: Reader, now: Date, braking: Braking): Promise<void> {
  const longAgo = new Date(now.getTime() - 86_400_000)
  await db.delete(table).where(or(eq(table.key, keyOf(braking)), lt(table.releasedAt, longAgo)))
}

/** Takes one pull back. */
export async function takeBackPull(db: Reader, braking: Braking): Promise<void> {
  const seconds = brakes[braking[0]].everySeconds
  await db
    .update(table)
    .set({ releasedAt: sql`${table.releasedAt} - make_interval(secs => ${seconds})` })
    .where(eq(table.key, keyOf(braking)))
}
