import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '#db/client'
import { people, tokens } from '#db/schema/index'
import { line } from '#domain/text'
import { pullBrakes } from '../brakes/pull-brakes.ts'
import { command } from '../command.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { clientAddress } from '../sessions/device.ts'
import { issueToken } from '../tokens/issue-token.ts'

/** At most one mail in this time for each person, so that nobody's mailbox is filled by others. */
const quietSeconds = 120

/** Sends a link to choose a new password. Whether the address is known shows neither in the answer nor in the work done for it. */
export const requestReset = command({
  permission: 'token.spend',
  input: z.object({ email: line(320), address: clientAddress }),
  prepare: ({ db, now, input }) => pullBrakes(db, now, ['resetFromAddress', input.address]),
  subject: async ({ tx, input }) => {
    const [person] = await tx
      .select({ id: people.id, homeGroupId: people.homeGroupId })
      .from(people)
      .where(and(eq(sql`lower(${people.email})`, sql`lower(${input.email})`), isNull(people.deactivatedAt)))
      .for('update')
    return { personId: person?.id ?? null, groupId: person?.homeGroupId ?? null }
  },
  run: async ({ tx, now, subject: { personId } }) => {
    const isQuiet = await wasJustSent(tx, personId, now)
    const tokenId = personId && !isQuiet ? await issueToken(tx, { kind: 'reset', personId, now }) : null
    // A job for nobody costs the same as a real one, as does asking twice in a row; more than one of them are let fall.
    await queueMail(tx, { kind: 'reset', tokenId }, tokenId ? {} : { key: 'nobody', everySeconds: quietSeconds })
  },
  event: {
    verb: 'account.request_reset',
    of: ({ subject: { personId, groupId } }) => ({ subjectKind: 'person', subjectId: personId, groupId }),
  },
})

async function wasJustSent(tx: Transaction, personId: string | null, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - quietSeconds * 1000)
  const [recent] = await tx
    .select({ id: tokens.id })
    .from(tokens)
    .where(
      and(
        eq(tokens.kind, 'reset'),
        personId ? eq(tokens.personId, personId) : isNull(tokens.personId),
        isNull(tokens.spentAt),
        gt(tokens.createdAt, since),
        // A clock set back leaves tokens of the future, which must not keep somebody waiting for a link.
        lte(tokens.createdAt, new Date(now.getTime() + quietSeconds * 1000)),
      ),
    )
    .limit(1)
  return recent !== undefined
}
