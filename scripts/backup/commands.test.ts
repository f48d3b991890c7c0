import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyBackup } from '#db/backup/read-backup'
import { restoreBackup } from '#db/backup/restore-backup'
import { connected } from '#db/client'
import { type Connection, findBundled, startBundled, stopBundled } from '#db/embedded'
import { readEnvironment } from '#db/environment'
import { plainDatabase } from '#testing/database'
import { everyRow } from '#testing/rows'
import { root } from '../bootstrap/node.mjs'
import { withServer } from '../demo/with-server.ts'
import { claimInstance } from '../start/instance.ts'
import { keepSecret } from '../start/secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'cb-'))
chmodSync(folder, 0o755)
const dataDir = join(folder, 'data')
const anotherDir = join(folder, 'another')
const file = join(folder, 'backup.tar.zst')
const fixture = join(root, 'db', 'fixtures', '0002_brakes__table__create.tar.zst')
const own = await plainDatabase()
const url = `postgres:///${own.database}?${new URLSearchParams({ host: own.host ?? '', port: String(own.port), user: own.user ?? '', password: 'plain' })}`
const otherSecret = 'another secret of some length, for tests'
let kept = new Map<string, string[]>()
let secret = ''

/** Starts the throw-away server of a data folder, for as long as it takes. */
async function onBundled<T>(of: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await startBundled(of, { durable: false })
  return work(connection).finally(() => stopBundled(of))
}

beforeAll(async () => {
  mkdirSync(dataDir, { mode: 0o711 })
  secret = keepSecret(dataDir)
  kept = await onBundled(dataDir, async (connection) => {
    await restoreBackup(connection, fixture, await verifyBackup(fixture), { secret })
    return everyRow(connection)
  })
}, 60_000)

afterAll(async () => {
  for (const each of [dataDir, anotherDir]) await stopBundled(each)
  rmSync(folder, { recursive: true })
})

interface Outcome {
  code: number | null
  output: string
  /** The last line. */
  sentence: string
}

/** Runs one of the two commands to its end. */
function run(command: 'backup' | 'restore', args: string[], variables: Record<string, string> = {}): Promise<Outcome> {
  const { PATH = '' } = process.env
  const env = { PATH, NODE_ENV: 'production' as const, CASEBOOK_DATA: dataDir, INIT_CWD: folder, ...variables }
  const child = spawn(process.execPath, [`scripts/backup/${command}.ts`, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output, sentence: output.trim().split('\n').at(-1) ?? '' })))
}

describe('the bundled database, stopped', () => {
  test('is started for a backup and stopped again; the secret is told of, and not in the file', async () => {
    const { code, output } = await run('backup', ['backup.tar.zst'])
    expect(output).toMatch(`The backup is written: ${file} (people: ${kept.get('people')?.length})`)
    expect(output).toMatch(`Not in it: the secret in ${join(dataDir, 'secret')}, `)
    expect(code).toBe(0)
    expect(await findBundled(dataDir)).toBeNull()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const content = zstdDecompressSync(readFileSync(file))
    for (const hidden of [secret, readFileSync(join(dataDir, 'postgres-password'), 'utf8')]) expect(content.includes(hidden)).toBe(false)
  }, 60_000)

  test('is nobody else’s as long as it runs for a command', async () => {
    const release = await withServer({ ...readEnvironment({}), databaseUrl: null, dataDir }, async () => {
      expect(() => claimInstance(dataDir, 3000)).toThrow('or a command (backup, restore, demo) is at work there')
      expect(await findBundled(dataDir)).not.toBeNull()
    }).then(() => claimInstance(dataDir, 3000))
    release()
    expect(await findBundled(dataDir)).toBeNull()
  }, 60_000)

  test('is restored into another data folder, with the one event more that says so', async () => {
    const { code, output } = await run('restore', [file], { CASEBOOK_DATA: anotherDir, CASEBOOK_SECRET: otherSecret })
    expect(output).toMatch(/Casebook is as it was at \d{4}-.*Z \(people: \d+\)/)
    expect(output).toMatch(/Warning: the secret here is not the one/)
    expect(code).toBe(0)
    expect(await findBundled(anotherDir)).toBeNull()
    expect(existsSync(join(anotherDir, 'instance.json'))).toBe(false)
    await onBundled(anotherDir, async (connection) => {
      await connected(connection, async (client) => {
        const { rows } = await client.query(
          `select verb, actor_kind, details->>'casebook' as casebook from audit_events join audit_details on event_id = id order by id desc limit 1`,
        )
        expect(rows).toEqual([{ verb: 'organisation.restore', actor_kind: 'system', casebook: expect.stringMatching(/^\d+\.\d+\.\d+$/) }])
      })
      for (const [table, rows] of await everyRow(connection))
        expect([table, rows]).toEqual([table, /^audit_/.test(table) ? expect.arrayContaining(kept.get(table) ?? []) : kept.get(table)])
    })
  }, 60_000)

  test('is not touched while Casebook runs on it', async () => {
    const release = claimInstance(anotherDir, 3000)
    const { code, sentence } = await run('restore', [file], { CASEBOOK_DATA: anotherDir })
    release()
    expect(sentence).toMatch(`already runs on the data folder ${anotherDir}`)
    expect(code).toBe(1)
  }, 60_000)
})

describe('a database of one’s own', () => {
  const variables = { DATABASE_URL: url, CASEBOOK_SECRET: otherSecret }

  test('takes the backup of a bundled one, and gives it back', async () => {
    expect(await run('restore', [file], { ...variables, CASEBOOK_SECRET: secret })).toMatchObject({
      code: 0,
      output: expect.not.stringContaining('Warning'),
    })
    const rows = await everyRow(own)
    expect(rows.get('people')).toEqual(kept.get('people'))
    const { code, output } = await run('backup', ['own.tar.zst'], variables)
    expect(output).toMatch('Not in it: CASEBOOK_SECRET, the password in DATABASE_URL')
    expect(output).not.toMatch('plain')
    expect(code).toBe(0)
  }, 60_000)

  test('that does not answer is told in a sentence', async () => {
    const nowhere = { ...variables, DATABASE_URL: 'postgres://casebook:hidden@127.0.0.1:1/casebook' }
    const { code, sentence } = await run('backup', ['nowhere.tar.zst'], nowhere)
    expect(sentence).toMatch(/^No PostgreSQL answers at 127.0.0.1 port 1/)
    expect(code).toBe(1)
  })
})

test('a command without its file says what it needs', async () => {
  const { code, sentence } = await run('backup', [])
  expect(sentence).toMatch('Say which file, for example: npm run backup /')
  expect(code).toBe(1)
})

test('a folder without a database is not made one, nor by a file that is none', async () => {
  const nowhere = { CASEBOOK_DATA: join(folder, 'nowhere') }
  const backup = await run('backup', ['x.tar.zst'], nowhere)
  expect(backup).toMatchObject({ code: 1, sentence: expect.stringMatching(/^There is nothing to back up/) })
  writeFileSync(join(folder, 'text'), 'hello')
  const restore = await run('restore', ['text'], nowhere)
  expect(restore).toMatchObject({ code: 1, sentence: expect.stringContaining('is not a backup of Casebook') })
  expect(readdirSync(folder)).not.toContain('nowhere')
}, 60_000)
