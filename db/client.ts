import type { ExtractTablesWithRelations } from 'drizzle-orm'
import { drizzle, type NodePgDatabase, type NodePgTransaction } from 'drizzle-orm/node-postgres'
import { Pool, type PoolConfig } from 'pg'
import { appRole } from './roles.ts'
import * as schema from './schema/index.ts'

export type Schema = typeof schema
export type Database = NodePgDatabase<Schema> & { $client: Pool }
export type Transaction = NodePgTransaction<Schema, ExtractTablesWithRelations<Schema>>
/** What a read needs: the pool outside a command, the transaction inside one. */
export type Reader = Database | Transaction

/** Opens a pool whose connections act as the application's role, which cannot change records. */
export function openDatabase(connection: PoolConfig): Database {
  const pool = new Pool({
    max: 10,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    ...connection,
    options: `-c role=${appRole}`,
  })
  // A connection that breaks while idle is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  return drizzle(pool, { schema })
}

const holder = globalThis as { casebookDatabase?: Database }

/** The one pool of this process, opened on first use. `CASEBOOK_DATABASE` is set by start-up for every process it forks. */
export function database(): Database {
  holder.casebookDatabase ??= openDatabase(connectionFromEnvironment())
  return holder.casebookDatabase
}

export function connectionFromEnvironment(): PoolConfig {
  const url = process.env['DATABASE_URL']
  if (url) return { connectionString: url }
  const bundled = process.env['CASEBOOK_DATABASE']
  if (bundled) return JSON.parse(bundled) as PoolConfig
  throw new Error('No database is known. Start Casebook with `npm start`, or set DATABASE_URL.')
}
