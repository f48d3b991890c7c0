import type { Database } from '#db/client'
import { environment } from '#db/environment'
import { asBossConnection, bossOn } from '#db/jobs'
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
  boss.on('error', (error) => report('the mail queue has a problem', error))
  await boss.start()
  await boss.work<MailJob>('mail', async ([job]) => {
    if (job) await deliver(db, send, job)
  })
  return { stop: () => boss.stop({ graceful: true, close: false, timeout: 10_000 }) }
}

export async function deliver(db: Database, send: Send, job: { id: string; data: MailJob }): Promise<void> {
  try {
    const mail = await writeMail(asSystem(db), job.data)
    if (mail) await send(mail, job.id)
  } catch (error) {
    report(`mail ${job.id} could not be handed over and will be tried again`, error)
    throw withoutAddresses(error)
  }
}

/** The queue keeps why a job failed: the kind of error only, since a server's answer may repeat an address. */
function withoutAddresses(error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return new Error(`not handed over (${code})`)
}

function report(message: string, error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  console.error(JSON.stringify({ level: 'warn', time: new Date().toISOString(), message, code }))
}
