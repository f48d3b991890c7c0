import { z } from 'zod'
import { command } from '../command.ts'
import { InvalidInput, NotFound } from '../errors.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { endSessions } from '../sessions/end-sessions.ts'
import { voidTokens } from '../tokens/issue-token.ts'
import { choosePassword, newPassword } from './choose-password.ts'
import { ownPerson } from './own-person.ts'
import { verifyPassword } from './password-hash.ts'

/** Changes one's own password, given the old one. Every other device is signed out and open reset links become worthless. */
export const changePassword = command({
  permission: 'account.manage',
  input: z.object({ currentPassword: z.string().min(1).max(1000), password: newPassword }),
  subject: ownPerson,
  run: async ({ tx, actor, now, input, subject: { person } }) => {
    if (actor.kind !== 'person') throw new NotFound()
    if (!(await verifyPassword(input.currentPassword, person.passwordHash))) throw new InvalidInput({ currentPassword: 'password_wrong' })
    await choosePassword(tx, person, input.password)
    await voidTokens(tx, { kind: 'reset', personId: person.id, now })
    await queueMail(tx, { kind: 'password_changed', personId: person.id })
    return { ended: await endSessions(tx, person.id, now, actor.sessionId) }
  },
  event: {
    verb: 'account.change_password',
    of: ({ subject: { person }, result }) => ({
      subjectKind: 'person',
      subjectId: person.id,
      groupId: person.homeGroupId,
      details: { sessionsEnded: result.ended },
    }),
  },
})
