import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { createZstdDecompress } from 'node:zlib'
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar'
import { codeOf, StartRefused } from '../refusal.ts'
import { folder, type Manifest, manifestName, parseManifest, partName, sumLine, sumsName, type Table } from './manifest.ts'

/** Text of `COPY` for a table; the pieces of one table come one after another. */
export interface Piece {
  table: Table
  rows: Uint8Array
}

export interface Backup {
  manifest: Manifest
  /** One hash over everything in the file: that of the list of all hashes. */
  digest: string
}

const longestManifest = 16 * 1024 * 1024

/**
 * Reads a backup from beginning to end without keeping any of it, and returns what it was. Nothing is unpacked: what is not named as the manifest
 * says, in its order, is refused. Rows are handed out before their hash is known, so that nothing made of them may stay when this throws.
 * @throws StartRefused when the file cannot be read, is damaged, or was laid out by a later version.
 */
export async function* readBackup(file: string): AsyncGenerator<Piece, Backup> {
  const archive = openArchive(file)
  try {
    const { manifest, sum } = await manifestOf(archive.entries)
    const { sums, rows } = yield* piecesOf(archive.entries, manifest, sum)
    archive.refuseMore()
    const wrong = manifest.tables.find((table) => rows.get(table) !== table.rows)
    if (wrong) throw new Error(`${wrong.name} has ${rows.get(wrong)} rows instead of ${wrong.rows}`)
    return { manifest, digest: createHash('sha256').update(sums).digest('hex') }
  } catch (error) {
    throw explained(file, error)
  } finally {
    archive.close()
  }
}

/** Checks a whole backup. @throws StartRefused as `readBackup` does. */
export async function verifyBackup(file: string): Promise<Backup> {
  const pieces = readBackup(file)
  for (;;) {
    const { done, value } = await pieces.next()
    if (done) return value
  }
}

type Entries = AsyncIterator<ParsedTarEntry>

function openArchive(file: string): { entries: Entries; refuseMore: () => void; close: () => void } {
  const source = createReadStream(file)
  const plain = createZstdDecompress()
  pipeline(source, plain, () => undefined) // its errors come out of `plain`
  const unpacked = (Readable.toWeb(plain) as ReadableStream<Uint8Array>).pipeThrough(createTarDecoder({ strict: true }) as never)
  const entries = (unpacked as ReadableStream<ParsedTarEntry>)[Symbol.asyncIterator]()
  const refuseMore = () => {
    if (plain.bytesWritten !== statSync(file).size) throw new Error('something follows its end')
  }
  return { entries, refuseMore, close: () => source.destroy() }
}

async function manifestOf(entries: Entries): Promise<{ manifest: Manifest; sum: string }> {
  const { value: first, done } = await entries.next()
  if (done || pathOf(first) !== manifestName || first.header.size > longestManifest) throw new Error('it has no manifest')
  const content = await contentOf(first)
  return { manifest: parseManifest(String(content)), sum: sumLine(createHash('sha256').update(content).digest('hex'), manifestName) }
}

interface Read {
  /** What the list of hashes has to be. */
  sums: string
  rows: Map<Table, number>
}

async function* piecesOf(entries: Entries, manifest: Manifest, sumOfManifest: string): AsyncGenerator<Piece, Read> {
  let sums = sumOfManifest
  const rows = new Map(manifest.tables.map((table) => [table, 0]))
  const tableOf = expectParts(manifest.tables)
  for (let next = await entries.next(); !next.done; next = await entries.next()) {
    const path = pathOf(next.value)
    if (path === sumsName) {
      if (next.value.header.size !== Buffer.byteLength(sums) || String(await contentOf(next.value)) !== sums)
        throw new Error('its parts are not those it was made of')
      if (!(await entries.next()).done) throw new Error('something follows its list of parts')
      return { sums, rows }
    }
    const table = tableOf(path)
    const hash = createHash('sha256')
    for await (const chunk of next.value.body) {
      hash.update(chunk)
      rows.set(table, (rows.get(table) ?? 0) + countRows(chunk))
      yield { table, rows: chunk }
    }
    sums += sumLine(hash.digest('hex'), path)
  }
  throw new Error('it has no list of its parts')
}

/** Knows which table a part belongs to, as long as tables and parts come in the order of the manifest. */
function expectParts(tables: Table[]): (path: string) => Table {
  let at = 0
  let parts = 0
  return (path) => {
    for (let table = tables[at]; table; table = tables[++at], parts = 0)
      if (path === partName(table, parts + 1)) {
        parts += 1
        return table
      }
    throw new Error('it holds what does not belong there')
  }
}

/** The path within the archive's folder. The rest of the header, such as the owner or a link, is of no account: nothing is unpacked. */
function pathOf({ header }: ParsedTarEntry): string {
  if (header.type !== 'file' || !header.name.startsWith(folder)) throw new Error('it holds what does not belong there')
  return header.name.slice(folder.length)
}

async function contentOf({ body }: ParsedTarEntry): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function countRows(chunk: Uint8Array): number {
  let rows = 0
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows += 1
  return rows
}

function explained(file: string, error: unknown): unknown {
  if (error instanceof StartRefused) return error
  const code = String(codeOf(error))
  if (code === 'ENOENT') return new StartRefused(`There is no file ${file}.`)
  if (/^E[A-Z]+$/.test(code)) return new StartRefused(`${file} cannot be read (${code}).`)
  const reason = error instanceof Error && error.name === 'Error' ? error.message : 'its manifest cannot be read'
  return new StartRefused(`${file} is damaged, or is not a backup of Casebook (${reason.replace(/\.$/, '')}). Nothing of it was taken.`)
}
