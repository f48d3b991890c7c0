import type { Transaction } from '#db/client'
import type { people } from '#db/schema/index'
import { OnePerson } from '#domain/people/schema'
import { pullBrakes } from '../brakes/pull-brakes.ts'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { issueToken } from '../tokens/issue-token.ts'
import { managedPerson } from './managed-person.ts'

type Invitee = Pick<typeof people.$inferSelect, 'id' | 'email' | 'passwordHash' | 'deactivatedAt'>

/** Why somebody cannot be invited. */
export type InvitationRefusal = 'person_inactive' | 'no_email' | 'already_joined'

function refusalOf({ email, passwordHash, deactivatedAt }: Invitee): InvitationRefusal | null {
  if (deactivatedAt) return 'person_inactive'
  if (passwordHash) return 'already_joined'
  return email ? null : 'no_email'
}

/** Within a command: sends an invitation, which makes earlier ones worthless. @throws Conflict with an `InvitationRefusal`. */
export async function invite(tx: Transaction, person: Invitee, now: Date): Promise<void> {
  const refusal = refusalOf(person)
  if (refusal) throw new Conflict(refusal)
  const tokenId = await issueToken(tx, { kind: 'invitation', personId: person.id, now })
  await queueMail(tx, { kind: 'invitation', tokenId })
}

/** Invites a person by mail to choose a password; the link is good for seven days and once. */
export const invitePerson = command({
  permission: 'person.manage',
  input: OnePerson,
  subject: (context) => managedPerson(context, context.input.personId),
  run: async ({ tx, now, subject: { person } }) => {
    await pullBrakes(tx, now, ['invitationOfPerson', person.id])
    await invite(tx, person, now)
  },
  event: {
    verb: 'person.invite',
    of: ({ subject: { person } }) => ({
      subjectKind: 'person',
      subjectId: person.id,
      groupId: person.homeGroupId,
      details: { address: person.email },
    }),
  },
})
