import type { Transaction } from '#db/client'
import { sessions } from '#db/schema/index'
import { sessionEnd } from '#domain/sessions/limits'
import { newId } from '../new-id.ts'
import { hashToken, newToken } from './session-token.ts'

/** What is known of the device somebody signs in on. */
export interface Device {
  userAgent: string
  isShared: boolean
}

/** Signs a person in on a device; whoever calls has made sure that it is this person. Returns what the cookie carries. */
export async function openSession(
  tx: Transaction,
  { personId, device: { userAgent, isShared }, now }: { personId: string; device: Device; now: Date },
): Promise<{ token: string; sessionId: string }> {
  const token = newToken()
  const id = newId()
  const expiresAt = sessionEnd({ createdAt: now, lastSeenAt: now, isShared })
  await tx
    .insert(sessions)
    .values({ id, tokenHash: hashToken(token), personId, createdAt: now, lastSeenAt: now, expiresAt, userAgent, isShared })
    .prepare('open_session')
    .execute()
  return { token, sessionId: id }
}
