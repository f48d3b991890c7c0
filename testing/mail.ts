import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { asSystem } from '#services/caller'
import type { Mail } from '#services/mail/compose'
import type { MailJob } from '#services/mail/job'
import { writeMail } from '#services/mail/write-mail'
import { testNow } from './factories.ts'

/** The jobs that wait in the mail queue, oldest first. */
export async function queuedMail(db: Database): Promise<MailJob[]> {
  const { rows } = await db.execute<{ data: MailJob }>(
    sql`select data from pgboss.job where name = 'mail' and state = 'created' order by created_on, id`,
  )
  return rows.map((row) => row.data)
}

/** Writes the mail of the newest job as the worker would, and gives the token in its link. */
export async function handOverLast(db: Database, now = testNow): Promise<{ mail: Mail; token: string }> {
  const job = (await queuedMail(db)).at(-1)
  const mail = await writeMail(asSystem(db, now), job)
  if (!mail) throw new Error('there is nothing to send')
  return { mail, token: /\/(?:invite|reset-password)\/([\w-]+)/.exec(mail.text)?.[1] ?? '' }
}
