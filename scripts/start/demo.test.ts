import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { completeDemo, createDemo } from '#db/demo'
import { readEnvironment } from '#db/environment'
import { testDatabase } from '#testing/database'
import { openDatabaseServer } from './database.ts'
import { DemoServer, demoEnvironment } from './demo.ts'

const { owner } = await testDatabase()
await createDemo(owner)
await completeDemo(owner, { people: 20, seed: 1 })
const folder = mkdtempSync(join(tmpdir(), 'casebook-demo-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

/** Stands in for the Casebook that serves the demonstration: writes down that it was started, with what `ends` it. */
function standIn(rest: string): string {
  const script = join(folder, 'stand-in.mjs')
  writeFileSync(
    script,
    `import { appendFileSync } from 'node:fs'
    appendFileSync(process.env.CASEBOOK_DATA + '/started', process.pid + '\\n')
    ${rest}`,
  )
  return script
}

const settings = readEnvironment({ CASEBOOK_DATA: folder })
const started = () => readFileSync(join(settings.demoDir, 'started'), 'utf8').trim().split('\n').map(Number)

function listenToLog(): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0)
  return lines
}

test('a demonstration that dies is started again and told in one line, until it is stopped', async () => {
  const lines = listenToLog()
  const demo = new DemoServer(settings, owner, 's'.repeat(32), standIn("process.send('serving'); setInterval(() => {}, 1000)"))
  expect(await demo.serveIfMade()).toBe(settings.demoUrl)
  for (const [index, nextInSeconds] of [0.25, 0.5].entries()) {
    process.kill(started()[index] ?? 0, 'SIGKILL')
    await expect.poll(() => started().length, { timeout: 20_000 }).toBe(index + 2)
    expect(lines.splice(0)).toEqual([expect.objectContaining({ event: 'demo.ended', level: 'error', how: 'SIGKILL', nextInSeconds })])
  }
  await demo.stop()
  expect(() => process.kill(started().at(-1) ?? 0, 0)).toThrow('ESRCH')
  expect(lines).toEqual([])
})

test('one that ends before it serves is not announced, and tried again', async () => {
  const lines = listenToLog()
  const before = started().length
  const demo = new DemoServer(settings, owner, 's'.repeat(32), standIn('process.exit(1)'))
  expect(await demo.serveIfMade()).toBeNull()
  await expect.poll(() => started().length, { timeout: 20_000 }).toBe(before + 2)
  await demo.stop()
  expect(lines[0]).toMatchObject({ event: 'demo.ended', how: 'exit code 1', nextInSeconds: 0.25 })
})

test('the connection is handed on whole: as well guarded as that of the installation', async () => {
  const ours = { host: 'db.example.com', user: 'casebook', password: 'a b%/', database: 'casebook', options: '-c jit=off' }
  const guarded = { ...ours, ssl: { ca: '-----BEGIN CERTIFICATE-----', rejectUnauthorized: true } }
  const handed = demoEnvironment(settings, guarded, 's'.repeat(32))
  vi.stubEnv('CASEBOOK_DATABASE', handed['CASEBOOK_DATABASE'])
  const { connection } = await openDatabaseServer(readEnvironment(handed))
  expect(connection).toEqual({ ...guarded, database: 'casebook_demo' })
})
