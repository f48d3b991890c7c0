import { sql } from 'drizzle-orm'
import { fromDrizzle } from 'pg-boss'
import type { Transaction } from '#db/client'
import { bossOn } from '#db/jobs'
import type { MailJob } from './job.ts'

interface Wish {
  /** With a key at most one such job is taken in `everySeconds`; more are let fall. */
  key?: string
  everySeconds?: number
}

/** Queues a mail within the transaction of a command: it goes out if the command is committed, and only then. */
export async function queueMail(tx: Transaction, job: MailJob, { key, everySeconds }: Wish = {}): Promise<void> {
  const boss = bossOn(fromDrizzle(tx, sql))
  await boss.start()
  try {
    await boss.send('mail', job, { singletonKey: key, singletonSeconds: everySeconds })
  } finally {
    await boss.stop({ graceful: false, close: false })
  }
}
