import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Client, type ClientConfig } from 'pg'
import { installQueues, jobSchema } from './jobs.ts'
import { StartRefused } from './refusal.ts'
import { appRole, erasable, records } from './roles.ts'

const folder = fileURLToPath(new URL('./migrations', import.meta.url))
const lock = 7_223_415_001 // any number no other program on the server uses as an advisory lock

interface Journal {
  entries: { when: number; tag: string }[]
}

/** A surrounding that start-up cannot work in; its message is the sentence shown. */
export class MigrationRefused extends StartRefused {}

/**
 * Brings the database to the schema of this code and gives the application's role its rights.
 * Safe to run from several processes at once, and again.
 * @throws MigrationRefused when the server is too old, forbids making the role, or the schema is newer than this code.
 */
export async function migrateDatabase(connection: ClientConfig): Promise<void> {
  const client = new Client(connection)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await refuseOldServer(client)
    await refuseNewerSchema(client)
    await createRole(client)
    await migrate(drizzle(client), { migrationsFolder: folder })
    await installQueues(client)
    await grantRights(client)
  } finally {
    await client.end()
  }
}

async function refuseOldServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>("select current_setting('server_version_num')::int as version")
  const version = rows[0]?.version ?? 0
  if (version < 150_000)
    throw new MigrationRefused(`This PostgreSQL is version ${Math.floor(version / 10_000)}; Casebook needs 15 or later.`)
}

async function refuseNewerSchema(client: Client): Promise<void> {
  const { rows: found } = await client.query<{ exists: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as exists",
  )
  if (!found[0]?.exists) return
  const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as Journal
  const known = Math.max(...journal.entries.map((entry) => entry.when))
  const { rows } = await client.query<{ newer: number }>(
    'select count(*)::int as newer from drizzle.__drizzle_migrations where created_at > $1',
    [known],
  )
  if (rows[0]?.newer) throw new MigrationRefused('This database was written by a newer Casebook. Install that version or a later one.')
}

async function createRole(client: Client): Promise<void> {
  const { rows } = await client.query<{ member: boolean }>(
    "select pg_has_role(current_user, oid, 'MEMBER') as member from pg_roles where rolname = $1",
    [appRole],
  )
  if (rows[0]?.member) return
  try {
    if (rows.length === 0) await client.query(`create role ${appRole} nologin`).catch(ignoreOtherInstallation)
    await client.query(`grant ${appRole} to current_user`)
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
    throw new MigrationRefused(
      `This database user may not create the role ${appRole}. Ask the server's administrator to run: CREATE ROLE ${appRole} NOLOGIN; GRANT ${appRole} TO <the user in DATABASE_URL>;`,
    )
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

/** Roles belong to the server, not to the database: another installation on it may have made ours a moment ago. */
function ignoreOtherInstallation(error: unknown): void {
  if (codeOf(error) !== '42710' && codeOf(error) !== '23505') throw error
}

async function grantRights(client: Client): Promise<void> {
  const list = (tables: readonly string[]) => tables.map((table) => `public.${table}`).join(', ')
  await client.query(`
    begin;
    grant usage on schema public to ${appRole};
    revoke all on all tables in schema public from ${appRole};
    grant select, insert, update on all tables in schema public to ${appRole};
    revoke update on ${list(records)} from ${appRole};
    grant delete on ${list(erasable)} to ${appRole};
    grant usage on schema ${jobSchema} to ${appRole};
    grant select, insert, update, delete on all tables in schema ${jobSchema} to ${appRole};
    grant usage on all sequences in schema ${jobSchema} to ${appRole};
    grant execute on all functions in schema ${jobSchema} to ${appRole};
    commit`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { connectionFromEnvironment } = await import('./client.ts')
  await migrateDatabase(connectionFromEnvironment())
}
