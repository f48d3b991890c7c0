import type { ExtractTablesWithRelations } from 'drizzle-orm'
import { drizzle, type NodePgDatabase, NodePgSession, type NodePgTransaction } from 'drizzle-orm/node-postgres'
import type { PgDialect } from 'drizzle-orm/pg-core'
import { Client, type ClientConfig, Pool, type PoolConfig } from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'
import { poolSize } from './connections.ts'
import * as schema from './schema/index.ts'
import { troubleOf } from './trouble.ts'

export type Schema = typeof schema
export type Database = NodePgDatabase<Schema> & { $client: Pool }
export type Transaction = NodePgTransaction<Schema, ExtractTablesWithRelations<Schema>>
/** What a read needs: the pool outside a command, the transaction inside one. */
export type Reader = Database | Transaction

/** Opens a pool; `connection` is that of the application's role, which cannot change records (`app-role.ts`). */
export function openDatabase(connection: PoolConfig): Database {
  const pool = new Pool({ max: poolSize, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 5_000, ...connection })
  // A connection that breaks is replaced at its next use. Without these listeners, idle or in a transaction, it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = drizzle(pool, { schema })
  return Object.assign(db, { transaction: transactionOn(pool, db) })
}

/**
 * drizzle's own keeps the connection for good when `begin` fails, as it does when the server has just died: after ten of those the pool
 * is empty. And one that broke or hangs must not go back to the others.
 */
function transactionOn(pool: Pool, db: NodePgDatabase<Schema>): Database['transaction'] {
  const { dialect, session } = db as unknown as { dialect: PgDialect; session: { schema: ConstructorParameters<typeof Session>[2] } }
  return async (work, config) => {
    const client = await pool.connect()
    let isBroken = false
    try {
      return await new Session(client, dialect, session.schema).transaction(work, config)
    } catch (error) {
      isBroken = troubleOf(error) === 'unreachable'
      throw error
    } finally {
      client.release(isBroken)
    }
  }
}

const Session = NodePgSession<Schema, ExtractTablesWithRelations<Schema>>

/** Runs `work` with one connection of its own. */
export async function connected<T>(connection: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(connection)
  // A connection that breaks fails the query under way, or the next; without a listener it would end the process as well.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const holder = globalThis as { casebookDatabase?: Database }

/**
 * Nothing that somebody waits for takes longer: the server gives up a statement, a wait for a lock, and a transaction that was forgotten;
 * should it answer nothing at all, we do.
 */
const limits = { lock_timeout: 10_000, statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000, query_timeout: 35_000 }

/** The one pool of this process, opened on first use. */
export function database(): Database {
  holder.casebookDatabase ??= openDatabase({ ...connectionFromEnvironment(), ...limits })
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
