import type { Database } from '#db/client'
import { asBossConnection, bossOn } from '#db/jobs'
import { factsOf, log } from '#db/log'
import { troubleOf } from '#db/trouble'

export interface DemoJob {
  passwordHash: string
}

/** Waits for the order of the demonstration, which is given at most once. */
export async function startDemoWorker(db: Database, make: (passwordHash: string) => Promise<void>): Promise<{ stop: () => Promise<void> }> {
  const boss = bossOn(asBossConnection(db.$client))
  boss.on('error', (error) => troubleOf(error) === null && log('queue.failed', factsOf(error)))
  await boss.start()
  await boss.work<DemoJob>('demo', async ([job]) => {
    if (job) await make(job.data.passwordHash)
  })
  return { stop: () => boss.stop({ graceful: false, close: false }) }
}
