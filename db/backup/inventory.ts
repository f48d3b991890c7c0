import type { Client } from 'pg'
import { jobSchema } from '../jobs.ts'
import { knownMigrations } from '../migrate.ts'
import { StartRefused } from '../refusal.ts'
import { type Manifest, schemas, type Table } from './manifest.ts'

/**
 * What the queues keep about themselves rather than about work to do: made anew with the schema, or about processes that have ended.
 * Of `pgboss` the jobs are what counts: mail that waits goes out after a restore, each time with a new link, even if it went out between the
 * backup and the restore; mail queued since is not known, and its links are dead.
 */
const leftOut = ['version', 'queue', 'bam', 'instance', 'warning', 'queue_stats'].map((name) => `${jobSchema}.${name}`)

/** Whether the database holds a Casebook, of whatever version. */
export async function isMigrated(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean }>("select to_regclass('drizzle.__drizzle_migrations') is not null as exists")
  return rows[0]?.exists === true
}

/** The last migration of the database. @throws StartRefused when there is none, or this code does not know it. */
export async function schemaOf(client: Client): Promise<Manifest['schema']> {
  const { rows } = (await isMigrated(client))
    ? await client.query<{ when: string }>('select max(created_at) as "when" from drizzle.__drizzle_migrations')
    : { rows: [] }
  if (!rows[0]?.when) throw new StartRefused('There is nothing to back up: Casebook has never been started on this database.')
  const last = knownMigrations().find(({ when }) => when === Number(rows[0]?.when))
  if (!last) throw new StartRefused('This database was written by a newer Casebook. Install that version or a later one.')
  return { name: last.name, when: last.when }
}

export async function queueVersion(client: Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(`select version from ${jobSchema}.version`)
  return rows[0]?.version ?? 0
}

interface Found {
  schema: Table['schema']
  name: string
  columns: string[]
  /** Names of the tables it refers to. */
  refersTo: string[]
}

const tablesQuery = `
  select n.nspname as schema, c.relname as name,
    array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
    array(select distinct rn.nspname || '.' || r.relname from pg_constraint k join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
      where k.contype = 'f' and k.conrelid = c.oid and k.confrelid <> c.oid) as "refersTo"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition
    and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
  order by n.nspname, c.relname`

/** Every table of an installation with its rows, in the order of loading. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Found>(tablesQuery, [schemas])
  const tables: Table[] = []
  for (const { schema, name, columns } of inOrder(rows.filter((each) => !leftOut.includes(fullName(each))))) {
    const counted = await client.query<{ rows: string }>(`select count(*) as rows from ${identifier(client, { schema, name })}`)
    tables.push({ schema, name, columns, rows: Number(counted.rows[0]?.rows) })
  }
  return tables
}

export async function listSequences(client: Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<Manifest['sequences'][number]>(
    `select schemaname as schema, sequencename as name, last_value::text as value from pg_sequences
     where schemaname = any($1) and last_value is not null order by 1, 2`,
    [schemas],
  )
  return rows
}

export const fullName = ({ schema, name }: { schema: string; name: string }) => `${schema}.${name}`

export const identifier = (client: Client, { schema, name }: { schema: string; name: string }) =>
  `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`

/** Puts what is referred to before what refers to it. A table that refers to itself is loaded by one statement, at whose end that is checked. */
function inOrder(tables: Found[]): Found[] {
  const isHere = new Set(tables.map(fullName))
  const placed = new Map<string, Found>()
  while (placed.size < tables.length) {
    const next = tables.filter(
      (each) => !placed.has(fullName(each)) && each.refersTo.every((name) => placed.has(name) || !isHere.has(name)),
    )
    if (next.length === 0) throw new Error('tables refer to each other in a circle: no order of loading satisfies their foreign keys')
    for (const each of next) placed.set(fullName(each), each)
  }
  return [...placed.values()]
}
