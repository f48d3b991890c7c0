import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { people, sessions } from '#db/schema/index'
import { query } from '../query.ts'
import { peopleWithin } from '../reach.ts'

export interface SessionRow {
  id: string
  createdAt: Date
  lastSeenAt: Date
  userAgent: string
  isShared: boolean
  /** Is it the device asking? */
  isThis: boolean
}

/** The devices one is signed in on, the one asking first. */
export const listSessions = query({
  permission: 'session.read',
  input: z.object({}),
  run: async ({ db, actor, now, reach }): Promise<SessionRow[]> => {
    const { id, createdAt, lastSeenAt, userAgent, isShared } = sessions
    const rows = await db
      .select({ id, createdAt, lastSeenAt, userAgent, isShared })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(and(peopleWithin(reach), isNull(sessions.endedAt), gt(sessions.expiresAt, now)))
      .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    const here = actor.kind === 'person' ? actor.sessionId : null
    return rows.map((row) => ({ ...row, isThis: row.id === here })).sort((a, b) => Number(b.isThis) - Number(a.isThis))
  },
})
