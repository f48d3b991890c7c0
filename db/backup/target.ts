import { getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import type { Client } from 'pg'
import { jobSchema } from '../jobs.ts'
import { StartRefused } from '../refusal.ts'
import * as schema from '../schema/index.ts'
import { isMigrated } from './inventory.ts'

/** What start-up leaves in a database that nobody has set up yet: the courses, the events that say so, and the set-up link. */
const leftByStart = ['course_versions', 'courses', 'audit_events', 'audit_details', 'tokens', 'brakes']

/** @throws StartRefused when the database holds anything but what start-up leaves, or somebody works on it. */
export async function refuseUsed(client: Client): Promise<void> {
  const { rows: others } = await client.query<{ count: number }>(
    'select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usesysid is not null',
  )
  if (others[0]?.count)
    throw new StartRefused(`The database is in use (connections: ${others[0].count}): stop Casebook and whatever else is connected to it.`)
  const { rows: tables } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1",
  )
  const isOurs = await isMigrated(client)
  for (const { name } of tables) {
    if (leftByStart.includes(name) && isOurs) continue
    const { rows } = await client.query(`select from public.${client.escapeIdentifier(name)} limit 1`)
    if (rows.length > 0 || !isOurs)
      throw new StartRefused(
        `This database is not empty (table ${name}). A backup is restored into an empty one: a new data folder, or a new database for DATABASE_URL.`,
      )
  }
}

/**
 * Takes away what start-up made, within the transaction of a restore. Records cannot be emptied, by whomever: so the tables go, and are made
 * anew by the migrations up to that of the backup.
 */
export async function clear(client: Client): Promise<void> {
  const tables = Object.values(schema).flatMap((each) => (is(each, PgTable) ? [client.escapeIdentifier(getTableName(each))] : []))
  await client.query(`drop table ${tables.map((name) => `public.${name}`).join(', ')}`)
  const { rows } = await client.query<{ routine: string }>(
    `select oid::regprocedure::text as routine from pg_proc p where pronamespace = 'public'::regnamespace and proowner = current_user::regrole
     and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')`,
  )
  for (const { routine } of rows) await client.query(`drop routine ${routine}`)
  await client.query('delete from drizzle.__drizzle_migrations')
  await client.query(`delete from ${jobSchema}.job`)
}
