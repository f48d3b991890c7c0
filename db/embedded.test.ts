import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { needRoom } from './embedded/room.ts'
import { isShortEnough } from './embedded/settings.ts'
import { findBundled, startBundled, stopBundled } from './embedded.ts'

const isRoot = process.getuid?.() === 0
const options = { durable: false, warn: (sentence: string) => expect.unreachable(sentence) }
let base = ''
let dataDir = ''

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'cb-'))
  if (isRoot) execFileSync('chmod', ['755', base])
  dataDir = join(base, "it's data")
})

afterEach(async () => {
  await stopBundled(dataDir)
  rmSync(base, { recursive: true })
})

async function ask(sql: string, connection: object): Promise<string> {
  const client = new Client(connection)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return String(Object.values(rows[0] ?? {})[0])
  } finally {
    await client.end()
  }
}

const postmasterPid = () => Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

test('makes the database once, stops it, and finds its data at the next start', async () => {
  const first = await startBundled(dataDir, options)
  expect(await ask('create table kept as select 42 as answer', first)).toBe('undefined')
  await stopBundled(dataDir)
  expect(await findBundled(dataDir)).toBeNull()
  const second = await startBundled(dataDir, options)
  expect(second).toEqual(first)
  expect(await ask('select answer from kept', second)).toBe('42')
})

test('is found again while it runs', async () => {
  const first = await startBundled(dataDir, options)
  const pid = postmasterPid()
  expect(await startBundled(dataDir, options)).toEqual(first)
  expect(postmasterPid()).toBe(pid)
})

test('starts again after the server was killed', async () => {
  const first = await startBundled(dataDir, options)
  process.kill(postmasterPid(), 'SIGKILL')
  await expect.poll(() => findBundled(dataDir)).toBeNull()
  expect(await ask('select 1', await startBundled(dataDir, options))).toBe('1')
  expect(await findBundled(dataDir)).toEqual(first)
})

test('starts though the process id in a stale note belongs to another program', async () => {
  await startBundled(dataDir, options)
  await stopBundled(dataDir)
  writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}/postgres\n1\n5432\n${dataDir}/run\n\n\nready   \n`)
  expect(await ask('select 1', await startBundled(dataDir, options))).toBe('1')
})

test('writes down what it refused, and not with which values', async () => {
  const connection = await startBundled(dataDir, options)
  await ask("create table kept (email text unique check (email <> 'noa@kita.example'))", connection)
  const add = (email: string) => ask(`insert into kept values ('${email}')`, connection)
  await add('rin@kita.example')
  await expect(add('rin@kita.example')).rejects.toThrow('kept_email_key')
  await expect(add('noa@kita.example')).rejects.toThrow('kept_email_check')
  const log = readFileSync(join(dataDir, 'postgres', 'server.log'), 'utf8')
  expect(log).toMatch(/kept_email_key.*kept_email_check/s)
  expect(log).not.toMatch('kita.example')
})

test('lets nobody in without the password, nor by TCP', async () => {
  const connection = await startBundled(dataDir, options)
  await expect(ask('select 1', { ...connection, password: 'wrong' })).rejects.toThrow(/password authentication failed/)
  expect(await ask('show listen_addresses', connection)).toBe('')
  expect(await ask("select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'", connection)).toBe('0')
  expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600)
  expect(statSync(connection.host).mode & 0o777).toBe(0o700)
})

test('keeps what it acknowledged: synced to disk, with checksums', async () => {
  const connection = await startBundled(dataDir, { ...options, durable: true, warn: () => undefined })
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'])
    expect(await ask(`show ${setting}`, connection)).toBe('on')
})

test('takes as many connections as the processes that serve may need', async () => {
  expect(await ask('show max_connections', await startBundled(dataDir, { ...options, processes: 64 }))).toBe('488')
})

test('sorts Japanese by its own rules and text by code point otherwise', async () => {
  const connection = await startBundled(dataDir, options)
  expect(await ask("select 'a' < 'B' collate \"ja-x-icu\"", connection)).toBe('true')
  expect(await ask("select 'a' < 'B'", connection)).toBe('false')
})

test('clears away what an interrupted first start left', async () => {
  mkdirSync(join(dataDir, 'making-abc', 'postgres'), { recursive: true })
  await startBundled(dataDir, options)
  expect(readdirSync(dataDir).filter((name) => name.startsWith('making-'))).toEqual([])
})

test('uses a short socket folder when the data folder has a long name', async () => {
  dataDir = join(base, 'long'.repeat(30))
  const { host } = await startBundled(dataDir, options)
  expect(isShortEnough(host)).toBe(true)
  rmSync(host, { recursive: true, force: true })
})

test('refuses a folder that cannot be made, and leaves nothing', async () => {
  writeFileSync(join(base, 'file'), '')
  await expect(startBundled(join(base, 'file', 'data'), options)).rejects.toThrow(/cannot be written/)
  expect(readdirSync(base)).toEqual(['file'])
})

test('refuses a full disk', () => {
  expect(() => needRoom(base, 1e12)).toThrow(/^The disk is full: .* MB free/)
})

test('refuses a database of another major version', async () => {
  mkdirSync(join(dataDir, 'postgres'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '12\n')
  await expect(startBundled(dataDir, options)).rejects.toThrow(/made by PostgreSQL 12/)
})

// Not skipped but absent where it has no meaning: what is skipped counts as failed.
if (isRoot)
  test('refuses, as root, a folder that the user of the server cannot enter', async () => {
    execFileSync('chmod', ['700', base])
    await expect(startBundled(dataDir, options)).rejects.toThrow(/cannot enter/)
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
  })
