import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { packTar, type TarEntry, unpackTar } from 'modern-tar'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#testing/database'
import { StartRefused } from '../refusal.ts'
import { fingerprintOf, isMadeWith } from './manifest.ts'
import { verifyBackup } from './read-backup.ts'
import { writeBackup } from './write-backup.ts'

const { owner } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'casebook-read-'))
afterAll(() => rmSync(folder, { recursive: true }))
const whole = join(folder, 'whole.tar.zst')
const secret = 'a secret of some length, for tests only'
let bytes = Buffer.alloc(0)
let entries: TarEntry[] = []

beforeAll(async () => {
  const client = new Client(owner)
  await client.connect()
  // Enough that cannot be compressed for the file to be read in several pieces.
  await client.query(`insert into brakes select md5(n::text) || md5((n + 5000)::text), now() from generate_series(1, 5000) n`)
  await client.end()
  await writeBackup(owner, whole, { secret, now: new Date('2026-11-30T12:00:00Z'), partBytes: 100_000 })
  bytes = readFileSync(whole)
  entries = (await unpackTar(zstdDecompressSync(bytes), { strict: true })).map(({ header, data }) => ({ header, body: data }))
})

/** Reads a file of these bytes; what it is refused for, else `whole`. */
async function read(content: Uint8Array): Promise<string> {
  const file = join(folder, 'changed.tar.zst')
  writeFileSync(file, content)
  return verifyBackup(file).then(
    () => 'whole',
    (error: unknown) => (error instanceof StartRefused ? error.message : `unexpected: ${error}`),
  )
}

const packed = async (list: TarEntry[]) => zstdCompressSync(await packTar(list))
const file = (name: string, text: string, more = {}): TarEntry => ({ header: { name, size: Buffer.byteLength(text), ...more }, body: text })
const textOf = ({ body }: TarEntry) => Buffer.from(body as Uint8Array).toString()

/** The list of hashes that would fit these entries. */
function withSums(list: TarEntry[]): TarEntry[] {
  const sum = (entry: TarEntry) => createHash('sha256').update(textOf(entry)).digest('hex')
  const sums = list.map((entry) => `${sum(entry)}  ${entry.header.name.slice('casebook/'.length)}\n`).join('')
  return [...list, file('casebook/SHA256SUMS', sums)]
}

/** The backup with another manifest, whole in every other way. */
function withManifest(change: (manifest: Record<string, unknown>) => unknown): TarEntry[] {
  const [first, ...rest] = entries as [TarEntry, ...TarEntry[]]
  const text = JSON.stringify(change(JSON.parse(textOf(first))))
  return withSums([file('casebook/manifest.json', text), ...rest.slice(0, -1)])
}

test('a whole file is taken, also when its entries were packed anew', async () => {
  expect(entries.length).toBeGreaterThan(6)
  expect(bytes.length).toBeGreaterThan(150_000)
  expect(await read(bytes)).toBe('whole')
  expect(await read(await packed(entries))).toBe('whole')
  expect(await read(await packed(withManifest((manifest) => manifest)))).toBe('whole')
  expect((await verifyBackup(whole)).manifest).toMatchObject({ format: 1, madeAt: '2026-11-30T12:00:00.000Z' })
})

describe('a damaged file is refused', () => {
  test('with any byte flipped', async () => {
    const places = Array.from({ length: 60 }, (_, index) => Math.floor(((bytes.length - 1) * index) / 59))
    for (const place of places) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(place) ^ 0x10, place)
      expect([place, await read(changed)]).toEqual([place, expect.stringMatching(/is damaged/)])
    }
  })

  test('cut off anywhere, or empty', async () => {
    for (const part of [0, 0.1, 0.5, 0.9, 0.999]) expect(await read(bytes.subarray(0, bytes.length * part))).toMatch(/is damaged/)
    for (const less of [1, 4, 5, 64]) expect(await read(bytes.subarray(0, bytes.length - less))).toMatch(/is damaged/)
  })

  test('with something after its end, packed or not', async () => {
    expect(await read(Buffer.concat([bytes, Buffer.from('more')]))).toMatch(/is damaged/)
    expect(await read(Buffer.concat([bytes, zstdCompressSync(Buffer.from('more'))]))).toMatch(/is damaged/)
    const extra = await packTar([file('casebook/more', 'x')])
    expect(await read(zstdCompressSync(Buffer.concat([zstdDecompressSync(bytes), extra])))).toMatch(/is damaged/)
    expect(await read(await packed([...entries, file('casebook/more', 'x')]))).toMatch(/is damaged/)
  })

  test('with a part missing, doubled, moved, changed or foreign', async () => {
    const [manifest, ...rest] = entries as [TarEntry, ...TarEntry[]]
    const parts = rest.slice(0, -1)
    const [first, second] = parts as [TarEntry, TarEntry]
    const sums = rest.at(-1) as TarEntry
    const changed = file(first.header.name, textOf(first).replace(/\d/, '8'))
    for (const list of [
      [manifest, ...parts.slice(1), sums],
      withSums([manifest, ...parts.slice(1)]),
      withSums([manifest, ...parts.slice(0, -1)]),
      withSums([manifest, first, ...parts]),
      withSums([manifest, second, first, ...parts.slice(2)]),
      [manifest, changed, ...parts.slice(1), sums],
      [...entries.slice(0, -1)],
      [...rest],
      withSums([manifest, ...parts, file('casebook/public.brakes/99999.copy', '')]),
      withSums([manifest, ...parts, file('casebook/../../etc/passwd', 'root\n')]),
      withSums([manifest, file('/etc/passwd', 'root\n'), ...parts]),
      withSums([manifest, { header: { name: first.header.name, size: 0, type: 'symlink', linkname: '/etc/passwd' }, body: '' }, ...parts]),
    ] as TarEntry[][])
      expect(await read(await packed(list))).toMatch(/is damaged/)
  })

  test('with a manifest that names what is no table of ours', async () => {
    for (const table of [
      { schema: 'pg_catalog', name: 'pg_authid', columns: ['rolname'], rows: 0 },
      { schema: 'public', name: 'x"; drop table people; --', columns: ['id'], rows: 0 },
      { schema: 'public', name: '../people', columns: ['id'], rows: 0 },
      { schema: 'public', name: 'people', columns: ['id) from program $$touch /tmp/x$$ --'], rows: 0 },
    ])
      expect(await read(await packed(withManifest((manifest) => ({ ...manifest, tables: [table] }))))).toMatch(
        /its manifest cannot be read/,
      )
  })

  test('that is something else, or not there', async () => {
    expect(await read(Buffer.from('hello'))).toMatch(/is not a backup of Casebook/)
    expect(await read(zstdCompressSync(Buffer.from('hello')))).toMatch(/is not a backup of Casebook/)
    expect(await read(await packed([file('hello.txt', 'hello')]))).toMatch(/is not a backup of Casebook/)
    await expect(verifyBackup(join(folder, 'nowhere'))).rejects.toThrow(`There is no file ${join(folder, 'nowhere')}.`)
    await expect(verifyBackup(folder)).rejects.toThrow('cannot be read (EISDIR)')
  })
})

test('a file of a later format is refused as such, whatever it holds', async () => {
  const later = withManifest(({ casebook }) => ({ format: 2, casebook, layout: 'unheard of' }))
  expect(await read(await packed(later))).toBe(
    'This backup has format 2 and this version reads 1: use the Casebook that made it, or a later one.',
  )
})

test('a secret is known again by its fingerprint, and stands nowhere', () => {
  const fingerprint = fingerprintOf(secret)
  expect(fingerprintOf(secret)).not.toEqual(fingerprint)
  expect(isMadeWith(secret, fingerprint)).toBe(true)
  expect(isMadeWith(`${secret}.`, fingerprint)).toBe(false)
  for (const content of [bytes, zstdDecompressSync(bytes)]) expect(content.includes(secret)).toBe(false)
})
