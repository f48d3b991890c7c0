import { database } from '#db/client'
import { isDueToBeSeen } from '#domain/sessions/limits'
import type { Caller } from '#services/caller'
import { findSession, type SignedIn } from '#services/sessions/find-session'
import { keepSession } from '#services/sessions/keep-session'

/** Who sent a request, when it is not Next that asks: the same session, found by the same cookie. */
export interface Sender {
  session: SignedIn | null
  caller: Caller
  /** Writes down that the session is in use, when that is due: to be done once the request is answered. */
  keep: () => Promise<void>
}

export async function senderOf(token: string | null, now: Date): Promise<Sender> {
  const db = database()
  const session = token ? await findSession(db, token, now) : null
  const keep = async () => {
    if (session && isDueToBeSeen(session.session, now)) await keepSession(db, session, now)
  }
  return { session, caller: { actor: session?.actor ?? { kind: 'anonymous' }, now, db }, keep }
}
