import type { Database } from '#db/client'
import type { Actor } from '#domain/policy'

/** Who asks, when, and of which database: the first argument of every verb. */
export interface Caller {
  actor: Actor
  now: Date
  db: Database
}

/** The program itself: at boot, in jobs. */
export const asSystem = (db: Database, now = new Date()): Caller => ({ actor: { kind: 'system' }, now, db })
