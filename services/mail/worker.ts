import type { Database } from '#db/client'
import { environment } from '#db/environment'
import { asBossConnection, bossOn } from '#db/jobs'
import { factsOf, log } from '#db/log'
import { troubleOf } from '#db/trouble'
import { asSystem } from '../caller.ts'
import type { MailJob } from './job.ts'
import { type MailSettings, mailTransport, type Send } from './transport.ts'
import { writeMail } from './write-mail.ts'

export interface MailWorker {
  /** Lets the mail under way finish. */
  stop(): Promise<void>
}

/**
 * Works the mail queue off; one for each installation is enough, several do no harm. A mail that could not be handed over is tried
 * again later, each time with a new link that replaces the one before.
 */
export async function startMailWorker(db: Database, settings: MailSettings = environment()): Promise<MailWorker> {
  const send = mailTransport(settings)
  const boss = bossOn(asBossConnection(db.$client), { supervise: true, reindex: false, monitorVacuum: false })
  // It asks again by itself. That the database is gone is told by whoever watches it.
  boss.on('error', (error) => troubleOf(error) === null && log('queue.failed', factsOf(error)))
  await boss.start()
  await boss.work<MailJob>('mail', async ([job]) => {
    if (job) await deliver(db, send, job)
  })
  return { stop: () => boss.stop({ graceful: true, close: false, timeout: 10_000 }) }
}

export async function deliver(db: Database, send: Send, job: { id: string; data: MailJob; signal?: AbortSignal }): Promise<void> {
  try {
    const mail = await writeMail(asSystem(db), job.data)
    if (mail) await send(mail, job.id, job.signal)
    log('mail.sent', { job: job.id, kind: job.data.kind, isDropped: mail === null })
  } catch (error) {
    log('mail.failed', { job: job.id, kind: job.data.kind, code: codeOf(error) ?? 'unknown' })
    throw withoutAddresses(error)
  }
}

/** The queue keeps why a job failed: the kind of error only, since a server's answer may repeat an address. */
const withoutAddresses = (error: unknown) => new Error(`not handed over (${codeOf(error) ?? 'unknown'})`)

/** nodemailer's code, or the database's beneath what went wrong with a query. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  return 'code' in error ? String(error.code) : codeOf(error.cause)
}
