import type { Database } from '#db/client'
import { asBossConnection, bossOn } from '#db/jobs'

export interface DemoJob {
  passwordHash: string
}

/** Waits for the order of the demonstration, which is given at most once. */
export async function startDemoWorker(db: Database, make: (passwordHash: string) => Promise<void>): Promise<{ stop: () => Promise<void> }> {
  const boss = bossOn(asBossConnection(db.$client))
  boss.on('error', (error) => console.error(`The order of the demonstration could not be read (${error.message}).`))
  await boss.start()
  await boss.work<DemoJob>('demo', async ([job]) => {
    if (job) await make(job.data.passwordHash)
  })
  return { stop: () => boss.stop({ graceful: false, close: false }) }
}
