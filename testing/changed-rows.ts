import { sql } from 'drizzle-orm'
import { Client, type ClientConfig } from 'pg'
import type { Database, Transaction } from '#db/client'
import type { Caller } from '#services/caller'
import { Conflict, Refusal } from '#services/errors'
import type { Verb } from './declared-verbs.ts'

/** A row that a transaction has written, with the table it is in. */
export interface ChangedRow {
  table: string
  row: unknown
}

/**
 * Makes a function in the database that gives every row which the transaction asking has added or changed so far, whichever table it is in.
 * Savepoints count as transactions of their own.
 */
export async function showChangedRows(owner: ClientConfig): Promise<void> {
  const client = new Client(owner)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  )
  const own = '(pg_current_xact_id()::text::numeric % 4294967296)::text'
  const parts = rows.map(({ name }) => `select '${name}', to_jsonb(own) from ${name} own where own.xmin::text = ${own}`)
  await client.query(
    `create function changed_rows() returns table ("table" text, "row" jsonb) language plpgsql as $$ begin return query ${parts.join(' union all ')}; end $$`,
  )
  await client.end()
}

/** Every text within a value, names of fields left out. */
export function textsWithin(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsWithin) : []
}

export interface Outcome {
  /** `ok`, the kind of refusal, or the reason of a conflict. */
  answer: string
  rows: ChangedRow[]
}

class Undo extends Error {}

/** Runs a verb in a transaction that is taken back; whatever it throws that is no refusal is thrown on. */
export async function tryVerb(verb: Verb, caller: Caller, input: unknown): Promise<Outcome> {
  let outcome: Outcome = { answer: 'ok', rows: [] }
  await caller.db
    .transaction(async (tx) => {
      try {
        await verb({ ...caller, db: withoutSavepoints(tx) }, input)
        const { rows } = await tx.execute<{ table: string; row: unknown }>(sql`select * from changed_rows()`)
        outcome = { answer: 'ok', rows }
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        outcome = { answer: error instanceof Conflict ? error.reason : error.constructor.name, rows: [] }
      }
      throw new Undo()
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error
    })
  return outcome
}

/** The transaction as a database whose own transactions are no savepoints within it. */
function withoutSavepoints(tx: Transaction): Database {
  const flat: Database = new Proxy(tx as unknown as Database, {
    get: (target, key) => (key === 'transaction' ? (run: (inner: Database) => unknown) => run(flat) : Reflect.get(target, key)),
  })
  return flat
}
