import journal from './migrations/meta/_journal.json' with { type: 'json' }

/** The newest migration of this code, as drizzle notes it in the database. */
export const schemaVersion = Math.max(...journal.entries.map(({ when }) => when))
