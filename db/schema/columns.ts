import { timestamp, uuid } from 'drizzle-orm/pg-core'

/** Every time is `timestamptz`, given by the caller as `now`; the database's own clock decides nothing. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
/** UUIDv7 made by the application (`newId`). */
export const id = () => uuid('id').primaryKey()
