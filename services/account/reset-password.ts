import { z } from 'zod'
import { releaseBrake } from '../brakes/pull-brakes.ts'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { endSessions } from '../sessions/end-sessions.ts'
import { spendToken } from '../tokens/spend-token.ts'
import { keepPassword, newPassword, preparePassword } from './choose-password.ts'
import { personOfLink } from './own-person.ts'

/** Spends a reset link: sets the password and ends every session. It signs nobody in: the new password is tried at once. */
export const resetPassword = command({
  permission: 'token.spend',
  input: z.object({ token: z.string().max(200), password: newPassword }),
  prepare: async ({ db, now, input }) => preparePassword(db, await personOfLink(db, 'reset', input.token, now), input.password),
  subject: async ({ tx, now, input }) => {
    const person = await personOfLink(tx, 'reset', input.token, now)
    if (!person) throw new Conflict('link_closed')
    return { personId: person.id, person }
  },
  run: async ({ tx, now, input, prepared, subject: { person } }) => {
    await spendToken(tx, 'reset', input.token, now)
    await keepPassword(tx, { personId: person.id, hash: prepared, now })
    await releaseBrake(tx, now, ['resetOfPerson', person.id])
    await queueMail(tx, { kind: 'password_changed', personId: person.id })
    return { ended: await endSessions(tx, person.id, now) }
  },
  event: {
    verb: 'account.reset_password',
    of: ({ subject: { person }, result }) => ({
      subjectKind: 'person',
      subjectId: person.id,
      groupId: person.homeGroupId,
      details: { sessionsEnded: result.ended },
    }),
  },
})
