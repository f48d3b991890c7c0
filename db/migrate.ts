import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Client, type ClientConfig } from 'pg'
import { appRoleOf, makeAppRole } from './app-role.ts'
import { installQueues, jobSchema } from './jobs.ts'
import { StartRefused } from './refusal.ts'
import { erasable, records } from './rights.ts'
import { schemaVersion } from './schema-version.ts'

const folder = fileURLToPath(new URL('./migrations', import.meta.url))
/** Held while the schema changes: any number no other program on the server uses as an advisory lock. */
export const migrationLock = 7_223_415_001

export interface Migration {
  name: string
  when: number
  statements: string[]
}

/** The migrations of this code, oldest first. */
export function knownMigrations(): Migration[] {
  const { entries } = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as { entries: { tag: string }[] }
  const files = readMigrationFiles({ migrationsFolder: folder })
  return files.map(({ sql, folderMillis }, index) => ({ name: entries[index]?.tag ?? '', when: folderMillis, statements: sql }))
}

/**
 * Brings the database to the schema of this code and gives the application's role its rights.
 * Safe to run from several processes at once, and again.
 * @throws StartRefused when the server is too old, forbids making the role, or the schema is newer than this code.
 */
export async function migrateDatabase(connection: ClientConfig, secret: string): Promise<void> {
  const client = new Client(connection)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await refuseOldServer(client)
    await refuseNewerSchema(client)
    await makeAppRole(client, secret)
    await migrate(drizzle(client), { migrationsFolder: folder })
    await installQueues(client)
    await grantRights(client)
  } finally {
    await client.end()
  }
}

/** @throws StartRefused before PostgreSQL 15, which has not all that the schema uses. */
export async function refuseOldServer(client: Pick<Client, 'query'>): Promise<void> {
  const { rows } = await client.query<{ version: number }>("select current_setting('server_version_num')::int as version")
  const version = rows[0]?.version ?? 0
  if (version < 150_000) throw new StartRefused(`This PostgreSQL is version ${Math.floor(version / 10_000)}; Casebook needs 15 or later.`)
}

async function refuseNewerSchema(client: Client): Promise<void> {
  const { rows: found } = await client.query<{ exists: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as exists",
  )
  if (!found[0]?.exists) return
  const { rows } = await client.query<{ newer: number }>(
    'select count(*)::int as newer from drizzle.__drizzle_migrations where created_at > $1',
    [schemaVersion],
  )
  if (rows[0]?.newer) throw new StartRefused('This database was written by a newer Casebook. Install that version or a later one.')
}

async function grantRights(client: Client): Promise<void> {
  const role = client.escapeIdentifier(appRoleOf(client.database ?? ''))
  const list = (tables: readonly string[]) => tables.map((table) => `public.${table}`).join(', ')
  await client.query(`
    begin;
    grant usage on schema public to ${role};
    revoke all on all tables in schema public from ${role};
    grant select, insert, update on all tables in schema public to ${role};
    revoke update on ${list(records)} from ${role};
    grant delete on ${list(erasable)} to ${role};
    grant usage on schema drizzle to ${role};
    grant select on drizzle.__drizzle_migrations to ${role};
    grant usage on schema ${jobSchema} to ${role};
    grant select, insert, update, delete on all tables in schema ${jobSchema} to ${role};
    grant usage on all sequences in schema ${jobSchema} to ${role};
    grant execute on all functions in schema ${jobSchema} to ${role};
    commit`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { connectionFromEnvironment } = await import('./client.ts')
  const { secretOf } = await import('./environment.ts')
  await migrateDatabase(connectionFromEnvironment(), secretOf())
}
