import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '#db/client'
import { sessions } from '#db/schema/index'
import { sessionEnd } from '#domain/sessions/limits'
import type { SignedIn } from './find-session.ts'

/** Writes down that a session is in use, and moves its end on. */
export async function keepSession(db: Database, { actor, session }: SignedIn, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: now, expiresAt: sessionEnd({ ...session, lastSeenAt: now }) })
    .where(and(eq(sessions.id, actor.sessionId), isNull(sessions.endedAt)))
}
