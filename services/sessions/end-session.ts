import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { people, sessions } from '#db/schema/index'
import { command } from '../command.ts'
import { NotFound } from '../errors.ts'
import { peopleWithin } from '../reach.ts'
import { endSessions } from './end-sessions.ts'

/** Signs a device of one's own out: this one or another. */
export const endSession = command({
  permission: 'session.end',
  input: z.object({ sessionId: z.uuid() }),
  subject: async ({ tx, reach, input }) => {
    const [row] = await tx
      .select({ personId: people.id, groupId: people.homeGroupId })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(and(eq(sessions.id, input.sessionId), isNull(sessions.endedAt), peopleWithin(reach)))
      .for('update', { of: sessions })
    if (!row) throw new NotFound()
    return row
  },
  run: async ({ tx, now, input }) => void (await tx.update(sessions).set({ endedAt: now }).where(eq(sessions.id, input.sessionId))),
  event: {
    verb: 'session.end',
    of: ({ input, subject }) => ({
      subjectKind: 'person',
      subjectId: subject.personId,
      groupId: subject.groupId,
      details: { sessionId: input.sessionId },
    }),
  },
})

/** Signs out on every device but the one asking. */
export const endOtherSessions = command({
  permission: 'session.end',
  input: z.object({}),
  subject: async ({ tx, actor, reach }) => {
    if (actor.kind !== 'person') throw new NotFound()
    const [row] = await tx
      .select({ personId: people.id, groupId: people.homeGroupId })
      .from(people)
      .where(and(eq(people.id, actor.id), peopleWithin(reach)))
    if (!row) throw new NotFound()
    return { ...row, sessionId: actor.sessionId }
  },
  run: async ({ tx, now, subject }) => ({ ended: await endSessions(tx, subject.personId, now, subject.sessionId) }),
  event: {
    verb: 'session.end_others',
    of: ({ subject, result }) => ({ subjectKind: 'person', subjectId: subject.personId, groupId: subject.groupId, details: result }),
  },
})
