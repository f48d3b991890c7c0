import { Client, type ClientConfig } from 'pg'

/** Every row of every table as text, by table: for comparing two databases. Tables of pg-boss about itself are left out. */
export async function everyRow(connection: ClientConfig): Promise<Map<string, string[]>> {
  const client = new Client(connection)
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where relkind in ('r', 'p') and not relispartition
     and relnamespace in ('drizzle'::regnamespace, 'pgboss'::regnamespace, 'public'::regnamespace)
     and not (relnamespace = 'pgboss'::regnamespace and relname in ('version', 'queue', 'bam', 'instance', 'warning', 'queue_stats')) order by 1`,
  )
  const found = new Map<string, string[]>()
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`)
    found.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  await client.end()
  return found
}
