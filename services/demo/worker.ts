import type { PgBoss } from 'pg-boss'
import type { Database } from '#db/client'
import { asBossConnection, bossOn, jobSchema } from '#db/jobs'
import { factsOf, log } from '#db/log'
import { troubleOf } from '#db/trouble'

export interface DemoJob {
  passwordHash: string
}

export type MakeDemo = (passwordHash: string) => Promise<void>

/** Held by the connection of whoever looks for orders and works at one: it ends with its process, however that ends. */
const makingLock = 7_223_415_003
const betweenLooks = 2_000

/** Looks for orders of the demonstration from now on. Of several that look on one database, one works at a time. */
export async function startDemoWorker(db: Database, make: MakeDemo): Promise<{ stop: () => Promise<void> }> {
  const boss = bossOn(asBossConnection(db.$client))
  boss.on('error', tellFailure)
  await boss.start()
  let looking: Promise<void> | null = null
  const look = () => {
    looking ??= workOrder(db, boss, make)
      .catch(tellFailure)
      .finally(() => {
        looking = null
      })
  }
  look()
  const timer = setInterval(look, betweenLooks)
  return {
    /** Waits for the order that is worked at. */
    stop: async () => {
      clearInterval(timer)
      await looking
      await boss.stop({ graceful: false, close: false })
    },
  }
}

/** That the database is gone is told by whoever watches it. */
const tellFailure = (error: unknown) => {
  if (troubleOf(error) === null) log('queue.failed', factsOf(error))
}

/** Works at the order there is, unless somebody does; one under way that nobody works at has failed. */
export async function workOrder(db: Database, boss: PgBoss, make: MakeDemo): Promise<void> {
  const client = await db.$client.connect()
  let holdsLock = true // of a connection that breaks the server takes it back
  try {
    const { rows } = await client.query<{ isOurs: boolean }>('select pg_try_advisory_lock($1) as "isOurs"', [makingLock])
    if (rows[0]?.isOurs) {
      await failOrphans(db, boss)
      await workNext(boss, make)
      await client.query('select pg_advisory_unlock($1)', [makingLock])
    }
    holdsLock = false
  } finally {
    client.release(holdsLock)
  }
}

/** Only whoever holds the lock takes orders: what is under way before, its process left when it was killed. */
async function failOrphans(db: Database, boss: PgBoss): Promise<void> {
  const { rows } = await db.$client.query<{ id: string }>(`select id from ${jobSchema}.job where name = 'demo' and state = 'active'`)
  if (rows.length === 0) return
  log('demo.failed', { message: 'the process that made it ended' })
  await boss.fail(
    'demo',
    rows.map(({ id }) => id),
  )
}

async function workNext(boss: PgBoss, make: MakeDemo): Promise<void> {
  const [job] = await boss.fetch<DemoJob>('demo')
  if (!job) return
  const isMade = await make(job.data.passwordHash).then(
    () => true,
    () => false, // it has said why
  )
  if (isMade) await boss.complete('demo', job.id)
  else await boss.fail('demo', job.id)
}
