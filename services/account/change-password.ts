import { z } from 'zod'
import { pullBrakes, releaseBrake } from '../brakes/pull-brakes.ts'
import { command } from '../command.ts'
import { InvalidInput } from '../errors.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { endSessions } from '../sessions/end-sessions.ts'
import { keepPassword, newPassword, preparePassword } from './choose-password.ts'
import { findActor, ownPerson } from './own-person.ts'
import { verifyPassword } from './password-hash.ts'

/** Changes one's own password, given the old one. Every other device is signed out and open links become worthless. */
export const changePassword = command({
  permission: 'account.manage',
  input: z.object({ currentPassword: z.string().min(1).max(1000), password: newPassword }),
  prepare: async ({ db, actor, now, input }) => {
    const person = await findActor(db, actor)
    const braking = ['currentPassword', person.id] as const
    await pullBrakes(db, now, braking)
    if (!(await verifyPassword(input.currentPassword, person.passwordHash))) throw new InvalidInput({ currentPassword: 'password_wrong' })
    await releaseBrake(db, now, braking)
    return { old: person.passwordHash, hash: await preparePassword(db, person, input.password) }
  },
  subject: ownPerson,
  run: async ({ tx, actor, now, prepared, subject: { person } }) => {
    // The old password was judged before the transaction; whoever has changed it meanwhile wins.
    if (actor.kind !== 'person' || person.passwordHash !== prepared.old) throw new InvalidInput({ currentPassword: 'password_wrong' })
    await keepPassword(tx, { personId: person.id, hash: prepared.hash, now })
    await pullBrakes(tx, now, ['noticeToPerson', person.id])
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
