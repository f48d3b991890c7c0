import { Writable } from 'node:stream'
import type { Client, ClientConfig } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { connected } from '../client.ts'
import { knownMigrations, migrateDatabase, migrationLock, refuseOldServer } from '../migrate.ts'
import { codeOf, StartRefused } from '../refusal.ts'
import { fullName, identifier, queueVersion } from './inventory.ts'
import type { Manifest, Table } from './manifest.ts'
import { type Backup, readBackup } from './read-backup.ts'
import { clear, refuseUsed } from './target.ts'
import { copySettings } from './write-backup.ts'

/** @throws StartRefused when this code cannot bring a database from the backup's schema to its own. */
export function refuseUnknownSchema({ schema, casebook }: Manifest): void {
  const known = knownMigrations()
  if (known.some(({ name, when }) => name === schema.name && when === schema.when)) return
  if (known.every(({ when }) => when < schema.when)) throw newer(casebook)
  throw new StartRefused(`This backup was made by Casebook ${casebook} with a schema (${schema.name}) that this version does not know.`)
}

const newer = (casebook: string) =>
  new StartRefused(`This backup was made by a newer Casebook (${casebook}): restore it with that version, or a later one.`)

export interface RestoreOptions {
  /** Of the installation that the backup is restored into. */
  secret: string
  signal?: AbortSignal
}

/**
 * Puts a backup that was verified into an empty database: makes the schema of the backup, loads everything in one transaction, all or nothing, and
 * then migrates to the schema of this code, as an upgrade in place would.
 * @param owner how the owner of the database connects
 * @throws StartRefused when the database is not empty or in use, the backup does not fit it, or the file has changed.
 */
export async function restoreBackup(owner: ClientConfig, file: string, backup: Backup, { secret, signal }: RestoreOptions): Promise<void> {
  refuseUnknownSchema(backup.manifest)
  await connected(owner, async (client) => {
    await refuseOldServer(client)
    await refuseUsed(client)
  })
  await migrateDatabase(owner, secret) // the role and the queues, which no transaction can hold
  await connected(owner, async (client) => {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    if ((await queueVersion(client)) < backup.manifest.queues) throw newer(backup.manifest.casebook)
    await client.query(`begin; ${copySettings}`)
    await refuseUsed(client)
    await clear(client)
    await makeSchema(client, backup.manifest.schema.when)
    await load(client, file, backup, signal)
    await client.query('commit')
    for (const table of backup.manifest.tables) await client.query(`analyze ${identifier(client, table)}`)
  })
  await migrateDatabase(owner, secret)
}

async function makeSchema(client: Client, until: number): Promise<void> {
  for (const { when, statements } of knownMigrations()) {
    if (when > until) break
    for (const statement of statements) await client.query(statement)
  }
}

async function load(client: Client, file: string, { digest, manifest }: Backup, signal?: AbortSignal): Promise<void> {
  const pieces = readBackup(file)
  const loader = new Loader(client)
  for (;;) {
    signal?.throwIfAborted()
    const { done, value } = await pieces.next()
    if (done) {
      await loader.end()
      if (value.digest !== digest) throw new StartRefused(`${file} was changed while it was read. Nothing of it was taken.`)
      break
    }
    await loader.add(value.table, value.rows).catch(async (error: unknown) => {
      await pieces.return({ digest, manifest })
      throw error
    })
  }
  for (const { schema, name, value } of manifest.sequences)
    await client.query('select setval($1::regclass, $2)', [identifier(client, { schema, name }), value])
}

/** Loads each table by one statement, however many pieces it comes in. */
class Loader {
  readonly #client: Client
  #table: Table | null = null
  #rows: WritableStreamDefaultWriter<Uint8Array> | null = null

  constructor(client: Client) {
    this.#client = client
  }

  async add(table: Table, rows: Uint8Array): Promise<void> {
    if (table !== this.#table) {
      await this.end()
      const columns = table.columns.map((column) => this.#client.escapeIdentifier(column)).join(', ')
      const stream = this.#client.query(copyFrom(`copy ${identifier(this.#client, table)} (${columns}) from stdin`))
      this.#rows = Writable.toWeb(stream).getWriter()
      this.#table = table
    }
    await this.#rows?.write(rows).catch((error: unknown) => this.#explain(error))
  }

  async end(): Promise<void> {
    await this.#rows?.close().catch((error: unknown) => this.#explain(error))
    this.#rows = null
    this.#table = null
  }

  /** The server's own words may repeat a row. */
  #explain(error: unknown): never {
    const where = this.#table && fullName(this.#table)
    if (!/^[0-9A-Z]{5}$/.test(String(codeOf(error)))) throw error
    throw new StartRefused(
      `The backup does not fit this version (${where}, ${codeOf(error)}): use the Casebook that made it. Nothing of it was taken.`,
    )
  }
}
