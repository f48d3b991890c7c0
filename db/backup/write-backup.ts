import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Readable, type Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { setImmediate } from 'node:timers/promises'
import { constants, createZstdCompress } from 'node:zlib'
import { createTarPacker } from 'modern-tar'
import type { Client, ClientConfig } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { connected } from '../client.ts'
import { migrationLock } from '../migrate.ts'
import { identifier, listSequences, listTables, queueVersion, schemaOf } from './inventory.ts'
import { fingerprintOf, folder, formatVersion, type Manifest, manifestName, partName, sumLine, sumsName } from './manifest.ts'
import { writeNewFile } from './new-file.ts'

/** A table is held in memory and written in parts of about this size, so that its size does not matter. */
const partBytes = 4 * 1024 * 1024

export interface BackupOptions {
  /** Of the installation; only a fingerprint of it is kept. */
  secret: string
  now: Date
  partBytes?: number
  signal?: AbortSignal
}

/**
 * Writes everything the database holds, as of one moment, into a new file: a tar archive (zstd) with a manifest, each table as text of
 * `COPY` in parts, and their SHA-256. The application may go on meanwhile; only migrations wait.
 * @param owner how the owner of the database connects
 * @throws StartRefused when there is nothing to back up, or the file cannot be written.
 */
export async function writeBackup(owner: ClientConfig, file: string, options: BackupOptions): Promise<Manifest> {
  return writeNewFile(file, (target) =>
    connected(owner, async (client) => {
      await client.query('select pg_advisory_lock_shared($1)', [migrationLock])
      await client.query(`begin isolation level repeatable read read only; ${copySettings}`)
      const manifest = await manifestOf(client, options)
      await writeArchive(target, options, (add) => fill(client, manifest, add, options.partBytes ?? partBytes))
      return manifest
    }),
  )
}

/** What the text of `COPY` depends on, so that every server writes and reads it alike. */
export const copySettings = `
  set local client_encoding = 'UTF8'; set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local extra_float_digits = 3;
  set local intervalstyle = 'postgres'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`

async function manifestOf(client: Client, { secret, now }: BackupOptions): Promise<Manifest> {
  const schema = await schemaOf(client)
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
  return {
    format: formatVersion,
    madeAt: now.toISOString(),
    casebook: casebookVersion(),
    postgresql: rows[0]?.version ?? '',
    schema,
    queues: await queueVersion(client),
    secret: fingerprintOf(secret),
    tables: await listTables(client),
    sequences: await listSequences(client),
  }
}

function casebookVersion(): string {
  return (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version
}

/** Adds a file of the archive, given in pieces. */
type Add = (path: string, content: Uint8Array[]) => Promise<void>

async function fill(client: Client, manifest: Manifest, addFile: Add, bytes: number): Promise<void> {
  let sums = ''
  const add: Add = async (path, content) => {
    const hash = createHash('sha256')
    for (const piece of content) hash.update(piece)
    sums += sumLine(hash.digest('hex'), path)
    await addFile(path, content)
  }
  await add(manifestName, [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)])
  for (const table of manifest.tables) {
    const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ')
    const rows = client.query(copyTo(`copy (select ${columns} from ${identifier(client, table)}) to stdout`))
    let part = 0
    for await (const content of inParts(rows, bytes)) await add(partName(table, ++part), content)
  }
  await addFile(sumsName, [Buffer.from(sums)])
}

/** Cuts the text of `COPY` at ends of rows. A line break inside a row is written `\n`, so that a real one ends it. */
async function* inParts(chunks: AsyncIterable<Buffer>, bytes: number): AsyncGenerator<Buffer[]> {
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    const cut = size + chunk.length < bytes ? 0 : chunk.lastIndexOf('\n') + 1
    if (cut > 0) yield [...held, chunk.subarray(0, cut)]
    if (cut > 0) held = []
    held.push(chunk.subarray(cut))
    size = cut > 0 ? chunk.length - cut : size + chunk.length
  }
  if (size > 0) yield held
}

/** Snapshots of attempts are alike, which gzip's short memory does not see: four times smaller for a third of the work. */
const params = { [constants.ZSTD_c_checksumFlag]: 1 }

async function writeArchive(target: Writable, { now: mtime, signal }: BackupOptions, fillWith: (add: Add) => Promise<void>): Promise<void> {
  const { readable, controller } = createTarPacker()
  const add: Add = async (path, content) => {
    const size = content.reduce((sum, { length }) => sum + length, 0)
    const body = controller.add({ name: `${folder}${path}`, size, mode: 0o600, mtime }).getWriter()
    for (const piece of content) await body.write(piece)
    await body.close()
  }
  const filled = fillWith(add).then(
    () => controller.finalize(),
    (error: unknown) => {
      controller.error(error)
      throw error
    },
  )
  const compressor = createZstdCompress({ params })
  const written = pipeline(untilTaken(Readable.fromWeb(readable as ReadableStream<Uint8Array>), compressor), compressor, target, { signal })
  const [writing, filling] = await Promise.allSettled([written, filled]) // both, so that nothing is under way when this is over
  for (const outcome of [writing, filling]) if (outcome.status === 'rejected') throw outcome.reason
}

/** Told of the end while pieces still wait, Node's compressor ends its frame twice, and its decompressor cannot read that reliably. */
async function* untilTaken(pieces: AsyncIterable<Uint8Array>, by: Transform): AsyncGenerator<Uint8Array> {
  yield* pieces
  while (by.writableLength > 0) await setImmediate()
}
