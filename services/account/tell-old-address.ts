import type { Transaction } from '#db/client'
import { pullBrakes } from '../brakes/pull-brakes.ts'
import { queueMail } from '../mail/queue-mail.ts'

/** Within a command that changed somebody's e-mail address: tells the old one. @throws Braked when it was changed too often of late. */
export async function tellOldAddress(tx: Transaction, now: Date, personId: string, oldAddress: string | null): Promise<void> {
  if (oldAddress === null) return
  await pullBrakes(tx, now, ['noticeToPerson', personId])
  await queueMail(tx, { kind: 'email_changed', personId, to: oldAddress })
}
