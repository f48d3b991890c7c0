import { createHmac } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client'
import { secretOf } from '#db/environment'
import { brakes as table } from '#db/schema/index'
import { type BrakeName, brakes, pull, refusedSpan } from '#domain/brakes/brake'
import { Braked } from '../errors.ts'
import { prepared } from '../prepared.ts'

/** A brake, and what it is kept for: an account, a device, an address. */
export type Braking = readonly [name: BrakeName, subject: string]

/** The database knows what a brake is for by a keyed hash only. */
const keyOf = ([name, subject]: Braking) => createHmac('sha256', secretOf()).update(`brake\0${name}\0${subject}`).digest('base64url')

/** Brakes by their keys, in one order everywhere, so that two at once wait for each other instead of blocking each other. */
const inOrder = (brakings: readonly Braking[]) =>
  new Map(brakings.map((braking) => [keyOf(braking), braking] as const).sort(([one], [other]) => (one < other ? -1 : 1)))

/** Pulls brakes, all or none. @throws Braked with the longest wait when it is too soon for any of them. */
export async function pullBrakes(db: Reader, now: Date, ...brakings: Braking[]): Promise<void> {
  const wanted = inOrder(brakings)
  const pulled = await pullAtOnce(db, now, wanted)
  if (pulled.length === wanted.size) return
  for (const key of pulled) await takeBackPull(db, wanted.get(key) as Braking)
  await pullHeld(db, now, wanted)
}

const { placeholder } = sql
const keys = sql`${placeholder('keys')}::text[]`
const ofKey = (name: 'latest' | 'furthest') => sql`(${placeholder(name)}::timestamptz[])[array_position(${keys}, kept.key)]`

/**
 * `pull` of the domain where it is not too soon: a brake that nobody keeps is new, any other is pulled on from when it will be released, or
 * from the latest time there is where it is kept on a clock that was wrong.
 */
const pullStatement = prepared((db) => {
  const pulled = db.$with('pulled', { key: sql<string>`key`.as('key') }).as(sql`insert into brakes as kept (key, released_at)
    select key, released_at from unnest(${keys}, ${placeholder('first')}::timestamptz[]) as given(key, released_at)
    on conflict (key) do update
    set released_at = excluded.released_at + greatest(least(kept.released_at, ${ofKey('latest')}) - ${placeholder('now')}::timestamptz, interval '0')
    where kept.released_at <= ${ofKey('latest')} or kept.released_at > ${ofKey('furthest')}
    returning key`)
  return db.with(pulled).select({ key: pulled.key }).from(pulled).prepare('pull_brakes')
})

/** In one statement, as nearly all are. Returns the keys of those that it was not too soon for. */
async function pullAtOnce(db: Reader, now: Date, wanted: Map<string, Braking>): Promise<string[]> {
  const times = (timeOf: (name: BrakeName) => Date) => [...wanted.values()].map(([name]) => timeOf(name).toISOString())
  const first = times((name) => new Date(now.getTime() + brakes[name].everySeconds * 1000))
  const latest = times((name) => refusedSpan(brakes[name], now).latest)
  const furthest = times((name) => refusedSpan(brakes[name], now).furthest)
  const rows = await pullStatement(db).execute({ keys: [...wanted.keys()], first, latest, furthest, now: now.toISOString() })
  return rows.map(({ key }) => key)
}

/** New or not, the rows are held from the first statement on: of two at once the second sees what the first has left. */
async function pullHeld(db: Reader, now: Date, wanted: Map<string, Braking>): Promise<void> {
  await db.transaction(async (tx) => {
    const kept = await tx
      .insert(table)
      .values([...wanted.keys()].map((key) => ({ key, releasedAt: now })))
      .onConflictDoUpdate({ target: table.key, set: { key: sql`excluded.key` } })
      .returning()
    const answers = kept.map(({ key, releasedAt }) => ({ key, ...pull(brakes[(wanted.get(key) as Braking)[0]], releasedAt, now) }))
    const waitSeconds = Math.max(0, ...answers.map((answer) => ('waitSeconds' in answer ? answer.waitSeconds : 0)))
    if (waitSeconds > 0) throw new Braked(waitSeconds)
    const pulled = answers.filter((answer) => 'releasedAt' in answer)
    await tx
      .insert(table)
      .values(pulled)
      .onConflictDoUpdate({ target: table.key, set: { releasedAt: sql`excluded.released_at` } })
  })
}

/** After a success: one brake goes, of the other one pull is taken back, in the order in which they are pulled. */
export async function letGo(tx: Transaction, now: Date, { released, takenBack }: { released: Braking; takenBack: Braking }): Promise<void> {
  for (const braking of inOrder([released, takenBack]).values())
    await (braking === released ? releaseBrake(tx, now, braking) : takeBackPull(tx, braking))
}

/** What somebody else has in hand is left for another time, so that nobody waits for it. */
const releaseStatement = prepared((db) => {
  const forgotten = db.$with('forgotten', { key: sql<string>`key`.as('key') }).as(sql`delete from brakes where key in
    (select key from brakes where released_at < ${placeholder('longAgo')}::timestamptz for update skip locked) returning key`)
  return db
    .with(forgotten)
    .delete(table)
    .where(eq(table.key, placeholder('key')))
    .prepare('release_brake')
})

/** Lets a brake go altogether. Those that released themselves a day ago are forgotten with it, so that none is kept for good. */
export async function releaseBrake(db: Reader, now: Date, braking: Braking): Promise<void> {
  await releaseStatement(db).execute({ key: keyOf(braking), longAgo: new Date(now.getTime() - 86_400_000).toISOString() })
}

const takeBackStatement = prepared((db) =>
  db
    .update(table)
    .set({ releasedAt: sql`${table.releasedAt} - make_interval(secs => ${placeholder('seconds')})` })
    .where(eq(table.key, placeholder('key')))
    .prepare('take_back_pull'),
)

/** Takes one pull back. */
export async function takeBackPull(db: Reader, braking: Braking): Promise<void> {
  await takeBackStatement(db).execute({ key: keyOf(braking), seconds: brakes[braking[0]].everySeconds })
}
