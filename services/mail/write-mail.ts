import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '#db/client'
import { environment } from '#db/environment'
import { organisation, people, tokens } from '#db/schema/index'
import { command } from '../command.ts'
import { NotFound } from '../errors.ts'
import { armToken } from '../tokens/issue-token.ts'
import { composeMail, type Mail } from './compose.ts'
import type { MailJob } from './job.ts'

const Job = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invitation'), tokenId: z.uuid() }),
  z.object({ kind: z.literal('reset'), tokenId: z.uuid().nullable() }),
  z.object({ kind: z.literal('password_changed'), personId: z.uuid() }),
  z.object({ kind: z.literal('email_changed'), personId: z.uuid(), to: z.string().max(320) }),
]) satisfies z.ZodType<MailJob>

/**
 * Turns a job into the mail to send: makes the token of its link now, so that it is stored nowhere but as a hash.
 * Null when there is nothing to send any more: the link was replaced, or the person is inactive or has no address.
 */
export const writeMail = command({
  permission: 'mail.send',
  input: Job,
  subject: async ({ tx, input }) => {
    const personId = await personOf(tx, input)
    const [person] = personId === null ? [] : await tx.select().from(people).where(eq(people.id, personId))
    return { personId, person: person ?? null }
  },
  run: async ({ tx, now, input, subject: { person } }): Promise<Mail | null> => {
    const address = input.kind === 'email_changed' ? input.to : person?.email
    if (!person || !address || person.deactivatedAt) return null
    const token = 'tokenId' in input && input.tokenId ? await armToken(tx, input.tokenId, input.kind, now) : ''
    if (token === null) return null
    const [own] = await tx.select({ name: organisation.name }).from(organisation)
    if (!own) throw new NotFound('organisation')
    const { publicUrl } = environment()
    const { name, language } = person
    return composeMail({ kind: input.kind, language, person: { name, address }, organisation: own.name, publicUrl, token })
  },
  event: {
    verb: 'mail.send',
    of: ({ input, subject: { person }, result }) => ({
      subjectKind: 'person',
      subjectId: person?.id ?? null,
      groupId: person?.homeGroupId ?? null,
      details: { kind: input.kind, isDropped: result === null },
    }),
  },
})

async function personOf(tx: Transaction, job: MailJob): Promise<string | null> {
  if ('personId' in job) return job.personId
  if (job.tokenId === null) return null
  const [token] = await tx.select({ personId: tokens.personId }).from(tokens).where(eq(tokens.id, job.tokenId))
  return token?.personId ?? null
}
