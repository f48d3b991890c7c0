import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '#db/client'
import { people } from '#db/schema/index'
import { line } from '#domain/text'
import { pullBrakes } from '../brakes/pull-brakes.ts'
import { command } from '../command.ts'
import { Braked } from '../errors.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { clientAddress } from '../sessions/device.ts'
import { issueToken } from '../tokens/issue-token.ts'

/** Of jobs for nobody one is taken in this time, in seconds. */
const nobodyEvery = 120

/**
 * Sends a link to choose a new password. Whether the address is known shows neither in the answer nor in the work done for it. More than a
 * few are let fall in silence, so that nobody's mailbox is filled by others.
 */
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
  run: async ({ tx, now, input, subject: { personId } }) => {
    const isSent = await isLetThrough(tx, now, personId ?? input.email.toLowerCase())
    const tokenId = personId && isSent ? await issueToken(tx, { kind: 'reset', personId, now }) : null
    // A job for nobody costs the same as a real one; more than one of them are let fall.
    await queueMail(tx, { kind: 'reset', tokenId }, tokenId ? {} : { key: 'nobody', everySeconds: nobodyEvery })
  },
  event: {
    verb: 'account.request_reset',
    of: ({ subject: { personId, groupId } }) => ({ subjectKind: 'person', subjectId: personId, groupId }),
  },
})

/** @param asked who is asked for: the person, or the address that nobody has. */
const isLetThrough = (tx: Transaction, now: Date, asked: string): Promise<boolean> =>
  pullBrakes(tx, now, ['resetOfPerson', asked]).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Braked) return false
      throw error
    },
  )
