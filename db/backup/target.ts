import { getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import type { Client } from 'pg'
import { jobSchema } from '../jobs.ts'
import { knownMigrations } from '../migrate.ts'
import { StartRefused } from '../refusal.ts'
import * as schema from '../schema/index.ts'
import { isMigrated } from './inventory.ts'
import { schemas } from './manifest.ts'

/** What start-up leaves in a database that nobody has set up yet: the courses, the events that say so, and the set-up link. */
const leftByStart = ['course_versions', 'courses', 'audit_events', 'audit_details', 'tokens', 'brakes']

/**
 * Looks at the schemas that a restore writes into; where Casebook was started, those of migrations and queues are its own.
 * @throws StartRefused when the database holds anything but what start-up leaves, or somebody works on it.
 */
export async function refuseUsed(client: Client): Promise<void> {
  const { rows: others } = await client.query<{ count: number }>(
    'select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usesysid is not null',
  )
  if (others[0]?.count)
    throw new StartRefused(`The database is in use (connections: ${others[0].count}): stop Casebook and whatever else is connected to it.`)
  const isOurs = await isCasebook(client)
  const expected = isOurs ? { table: ourTables(), function: ourFunctions(), view: [] } : { table: [], function: [], view: [] }
  for (const { kind, name } of await thingsIn(client, isOurs ? ['public'] : schemas)) {
    const isExpected = (expected[kind] as string[]).includes(name)
    if (isExpected && (kind !== 'table' || leftByStart.includes(name) || !(await hasRows(client, name)))) continue
    throw new StartRefused(
      `This database is not empty (${kind} ${name}). A backup is restored into an empty one: a new data folder, or a new database for DATABASE_URL.`,
    )
  }
}

/** Whether every migration that the database has seen is one of ours: other programs keep theirs at the same place. */
async function isCasebook(client: Client): Promise<boolean> {
  if (!(await isMigrated(client))) return false
  const { rows } = await client.query<{ when: string }>('select created_at as "when" from drizzle.__drizzle_migrations')
  const known = new Set(knownMigrations().map(({ when }) => when))
  return rows.every(({ when }) => known.has(Number(when)))
}

const ourTables = () => Object.values(schema).flatMap((each) => (is(each, PgTable) ? [getTableName(each)] : []))
const ourFunctions = () =>
  knownMigrations().flatMap(({ statements }) => statements.flatMap((each) => each.match(/(?<=^CREATE FUNCTION )\w+/gm) ?? []))

interface Thing {
  kind: 'table' | 'view' | 'function'
  name: string
}

/** What stands in these schemas, apart from what extensions brought. */
async function thingsIn(client: Client, looked: readonly string[]): Promise<Thing[]> {
  const { rows } = await client.query<Thing>(
    `with things as (
       select case when relkind in ('r', 'p') then 'table' else 'view' end as kind, relname as name, relnamespace as schema, oid
         from pg_class where relkind in ('r', 'p', 'v', 'm', 'f')
       union all select 'function', proname, pronamespace, oid from pg_proc)
     select kind, name from things join pg_namespace n on n.oid = schema
     where nspname = any($1) and not exists (select from pg_depend d where d.objid = things.oid and d.deptype = 'e')
     order by kind, name`,
    [looked],
  )
  return rows
}

async function hasRows(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query(`select from public.${client.escapeIdentifier(table)} limit 1`)
  return rows.length > 0
}

/**
 * Takes away what start-up made, within the transaction of a restore. Records cannot be emptied, by whomever: so the tables go, and are made
 * anew by the migrations up to that of the backup.
 */
export async function clear(client: Client): Promise<void> {
  await client.query(
    `drop table ${ourTables()
      .map((name) => `public.${client.escapeIdentifier(name)}`)
      .join(', ')}`,
  )
  for (const name of ourFunctions()) await client.query(`drop function public.${client.escapeIdentifier(name)}`)
  await client.query('delete from drizzle.__drizzle_migrations')
  await client.query(`delete from ${jobSchema}.job`)
}
