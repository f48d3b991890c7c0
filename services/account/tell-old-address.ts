import type { Transaction } from '#db/client'
import { queueMail } from '../mail/queue-mail.ts'

/** Within a command that changed somebody's e-mail address: tells the old one. */
export async function tellOldAddress(tx: Transaction, personId: string, oldAddress: string | null): Promise<void> {
  if (oldAddress !== null) await queueMail(tx, { kind: 'email_changed', personId, to: oldAddress })
}
