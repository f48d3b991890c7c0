import type { ExtractTablesWithRelations } from 'drizzle-orm'
import { drizzle, type NodePgDatabase, type NodePgTransaction } from 'drizzle-orm/node-postgres'
import { Pool, type PoolConfig } from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'
import * as schema from './schema/index.ts'

export type Schema = typeof schema
export type Database = NodePgDatabase<Schema> & { $client: Pool }
export type Transaction = NodePgTransaction<Schema, ExtractTablesWithRelations<Schema>>
/** What a read needs: the pool outside a command, the transaction inside one. */
export type Reader = Database | Transaction

/** Opens a pool; `connection` is that of the application's role, which cannot change records (`app-role.ts`). */
export function openDatabase(connection: PoolConfig): Database {
  const pool = new Pool({ max: 10, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 5_000, ...connection })
  // A connection that breaks while idle is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  return drizzle(pool, { schema })
}

const holder = globalThis as { casebookDatabase?: Database }

/** The one pool of this process, opened on first use. */
export function database(): Database {
  holder.casebookDatabase ??= openDatabase(connectionFromEnvironment())
  return holder.casebookDatabase
}

/** The connection start-up has set for the processes it forks, else the one `DATABASE_URL` names. */
export function connectionFromEnvironment(): PoolConfig {
  const given = process.env['CASEBOOK_DATABASE']
  if (given) return JSON.parse(given) as PoolConfig
  const url = process.env['DATABASE_URL']
  if (url) return parseIntoClientConfig(url)
  throw new Error('No database is known. Start Casebook with `npm start`, or set DATABASE_URL.')
}
