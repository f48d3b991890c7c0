import { z } from 'zod'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { deviceFields } from '../sessions/device.ts'
import { openSession } from '../sessions/open-session.ts'
import { spendToken } from '../tokens/spend-token.ts'
import { keepPassword, newPassword, preparePassword } from './choose-password.ts'
import { personOfLink } from './own-person.ts'

/** Spends an invitation: sets the first password and signs in. A password that is refused leaves the invitation open. */
export const acceptInvitation = command({
  permission: 'token.spend',
  input: z.object({ token: z.string().max(200), password: newPassword, ...deviceFields }),
  prepare: async ({ db, now, input }) => preparePassword(db, await personOfLink(db, 'invitation', input.token, now), input.password),
  subject: async ({ tx, now, input }) => {
    const person = await personOfLink(tx, 'invitation', input.token, now)
    if (!person) throw new Conflict('link_closed')
    return { personId: person.id, person }
  },
  run: async ({ tx, now, input, prepared, subject: { person } }) => {
    await spendToken(tx, 'invitation', input.token, now)
    await keepPassword(tx, { personId: person.id, hash: prepared, now })
    return openSession(tx, { personId: person.id, device: input, now })
  },
  event: {
    verb: 'account.join',
    of: ({ subject: { person }, result }) => ({
      subjectKind: 'person',
      subjectId: person.id,
      groupId: person.homeGroupId,
      details: { sessionId: result.sessionId },
    }),
  },
})
