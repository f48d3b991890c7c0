import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { migrateDatabase } from '#db/migrate'
import { claimInstance, refuseSecondInstance } from './instance.ts'
import { keepSecret } from './secret.ts'

const secret = 's'.repeat(32)
let base = ''
let dataDir = ''

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'cb-'))
  chmodSync(base, 0o755)
  dataDir = join(base, 'data')
})

afterEach(() => rmSync(base, { recursive: true }))

interface Outcome {
  code: number | null
  output: string
  /** The last line: the sentence that says what to do. */
  sentence: string
}

/** Runs a script of start-up in wrong surroundings until it ends. */
function runToEnd(script: string, variables: Record<string, string>, ...args: string[]): Promise<Outcome> {
  const { PATH = '' } = process.env
  const env = { PATH, NODE_ENV: 'production' as const, CASEBOOK_DATA: dataDir, ...variables }
  const child = spawn(process.execPath, [`scripts/${script}`, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output, sentence: output.trim().split('\n').at(-1) ?? '' })))
}

async function listen(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  return { server, port: typeof address === 'object' && address ? address.port : 0 }
}

describe('npm start says in one sentence what is wrong, and leaves nothing', () => {
  test('a port that is taken', async () => {
    const { server, port } = await listen()
    const { code, sentence } = await runToEnd('start.mjs', { PORT: String(port) })
    server.close()
    expect(sentence).toMatch(new RegExp(`^Port ${port} is taken`))
    expect(code).toBe(1)
    expect(existsSync(dataDir)).toBe(false)
  })

  test('a demonstration where others reach Casebook, or of a strange size', async () => {
    const open = await runToEnd('demo.mjs', { PUBLIC_URL: 'https://casebook.example.com' })
    expect(open).toMatchObject({ code: 1, sentence: expect.stringContaining('refused while PUBLIC_URL is not a loopback address') })
    expect(await runToEnd('demo.mjs', {}, '--people', '7')).toMatchObject({
      code: 1,
      sentence: '--people must be a whole number from 20 to 200000.',
    })
    expect(existsSync(dataDir)).toBe(false)
  })

  test('an address that is not of this machine', async () => {
    const { code, sentence } = await runToEnd('start.mjs', { HOST: '192.0.2.1', PUBLIC_URL: 'https://casebook.example.com' })
    expect(sentence).toBe('HOST=192.0.2.1 is not an address of this machine.')
    expect(code).toBe(1)
  })

  test('a setting that cannot be', async () => {
    const { code, sentence } = await runToEnd('start.mjs', { PORT: 'http' })
    expect(sentence).toBe('PORT must be a whole number from 1 to 65535.')
    expect(code).toBe(1)
  })

  test('a database of one’s own without a secret', async () => {
    const { code, sentence } = await runToEnd('start.mjs', { DATABASE_URL: 'postgres://casebook@localhost/casebook' })
    expect(sentence).toMatch(/CASEBOOK_SECRET must be set/)
    expect(code).toBe(1)
    expect(existsSync(dataDir)).toBe(false)
  })

  test('a data folder that cannot be written', async () => {
    const { server, port } = await listen()
    server.close()
    writeFileSync(dataDir, 'a file')
    const { code, sentence } = await runToEnd('start.mjs', { PORT: String(port), CASEBOOK_DATA: join(dataDir, 'below') })
    expect(sentence).toMatch(/^The data folder .* cannot be written/)
    expect(code).toBe(1)
    expect(readdirSync(base)).toEqual(['data'])
  })

  test('a data folder in use by a running Casebook', async () => {
    mkdirSync(dataDir)
    const release = claimInstance(dataDir, 3000)
    const { code, sentence } = await runToEnd('start.mjs', {})
    expect(sentence).toMatch(`already runs on the data folder ${dataDir} (process ${process.pid}, port 3000)`)
    expect(code).toBe(1)
    release()
    expect(readdirSync(dataDir)).toEqual([])
  })
})

test('the demonstration is made and taken away by commands alone', { timeout: 180_000 }, async () => {
  const made = await runToEnd('demo.mjs', {}, '--people', '20', '--seed', '2') // of whom one is invited
  expect(made).toMatchObject({
    code: 0,
    output: expect.stringMatching(/The demonstration is made\.[\s\S]*shown this once: (\w{4}-){3}\w{4}\n/),
  })
  expect((await runToEnd('demo.mjs', {})).output).toContain('The demonstration is there already.')
  expect(await runToEnd('demo.mjs', {}, '--people', '21', '--seed', '2')).toMatchObject({
    code: 1,
    sentence: expect.stringMatching(/is there already \(20 people, seed 2\)\. .*: npm run demo:remove$/),
  })
  expect(await runToEnd('demo.mjs', {}, '--remove')).toMatchObject({ code: 0, sentence: 'The demonstration is removed.' })
  expect(await runToEnd('demo.mjs', {}, '--remove')).toMatchObject({ code: 0, sentence: 'There is no demonstration.' })
})

describe('preparing the database says in one sentence what is wrong', () => {
  const server = JSON.parse(inject('server')) as { host: string; port: number; user: string; password: string }
  const prepare = (changes: object) =>
    runToEnd('start/prepare.ts', { CASEBOOK_SECRET: secret, CASEBOOK_DATABASE: JSON.stringify({ ...server, ...changes }) })

  test('nobody answers', async () => {
    const { code, sentence } = await prepare({ host: '127.0.0.1', port: 1 })
    expect(sentence).toMatch(/^No PostgreSQL answers at 127.0.0.1 port 1 \(ECONNREFUSED\)/)
    expect(code).toBe(1)
  })

  test('the password is wrong', async () => {
    const { code, sentence } = await prepare({ password: 'wrong' })
    expect(sentence).toMatch(/refuses the user or password/)
    expect(sentence).not.toMatch('wrong')
    expect(code).toBe(1)
  })

  test('the database does not exist', async () => {
    const { code, sentence } = await prepare({ database: 'nowhere' })
    expect(sentence).toMatch(/has no database "nowhere"/)
    expect(code).toBe(1)
  })

  test('the schema is newer than the code', async () => {
    const database = `newer_${process.pid}`
    const admin = new Client({ ...server, database: 'postgres' })
    await admin.connect()
    await admin.query(`create database ${database}`)
    await migrateDatabase({ ...server, database }, secret)
    const client = new Client({ ...server, database })
    await client.connect()
    await client.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 99999999999999)")
    await client.end()
    const { code, sentence } = await prepare({ database })
    await admin.query(`drop database ${database}`)
    await admin.end()
    expect(sentence).toMatch(/newer Casebook/)
    expect(code).toBe(1)
  })
})

describe('a claim on the data folder', () => {
  beforeEach(() => mkdirSync(dataDir))

  test('of a process that is gone counts for nothing', () => {
    writeFileSync(join(dataDir, 'instance.json'), JSON.stringify({ pid: 2 ** 22 + 1, port: 3000, begunAt: '1' }))
    claimInstance(dataDir, 3001)()
    expect(readdirSync(dataDir)).toEqual([])
  })

  if (process.platform === 'linux')
    test('of an earlier process with our id counts for nothing', () => {
      writeFileSync(join(dataDir, 'instance.json'), JSON.stringify({ pid: process.pid, port: 3000, begunAt: '1' }))
      claimInstance(dataDir, 3001)()
    })

  test('that was cut short while it was written counts for nothing', () => {
    writeFileSync(join(dataDir, 'instance.json'), '{"pid":')
    claimInstance(dataDir, 3001)()
  })

  test('of a running process is kept', () => {
    const release = claimInstance(dataDir, 3000)
    expect(() => claimInstance(dataDir, 3001)).toThrow(/already runs/)
    expect(() => refuseSecondInstance(dataDir)).toThrow(/port 3000/)
    release()
    refuseSecondInstance(dataDir)
  })
})

test('the secret is made once, long, and for its owner alone', () => {
  mkdirSync(dataDir)
  const made = keepSecret(dataDir)
  expect(made.length).toBeGreaterThanOrEqual(32)
  expect(keepSecret(dataDir)).toBe(made)
})
