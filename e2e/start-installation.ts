import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { cast, metricsToken } from './installation.ts'

let printed = ''

/** Nothing of what start-up and log say names anybody, whatever went wrong meanwhile. */
function refuseNames(): void {
  const names = Object.values(cast).flatMap(({ name, email, password }) => [name, email, password])
  const found = names.filter((name) => printed.includes(name))
  if (found.length > 0) throw new Error(`The log names ${found.join(', ')}:\n${printed}`)
}

/** Once it serves, whatever it says is a line of JSON, demonstration and end included: words are for whoever starts it. */
function refuseWords(): void {
  const [, served = ''] = printed.split(/^.*"event":"server.started".*\n/m)
  const strange = served.split('\n').filter((line) => line !== '' && !/^\{"time":.*"event":"[a-z_.]+".*\}$/.test(line))
  if (served === '' || strange.length > 0) throw new Error(`The log says in words:\n${strange.join('\n')}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** Waits for the set-up link, which start-up prints last, and goes on listening. */
async function setUpLink(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    const read = (chunk: Buffer) => {
      printed += chunk
      const link = /http:\/\/\S+\/setup\?token=\S+/.exec(printed)?.[0]
      if (link) found(link)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.on('exit', (code) => failed(new Error(`Casebook ended with ${code} before it served:\n${printed}`)))
  })
}

/** Starts Casebook in a data folder of its own, as `npm start` does, and stops it after the run. */
export default async function startInstallation() {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-e2e-'))
  // As root the database runs as a user of its own, who has to be able to enter.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const { DATABASE_URL: _, ...surroundings } = process.env
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: resolve(import.meta.dirname, '..'),
    env: {
      ...surroundings,
      ...{ PORT: String(port), CASEBOOK_DATA: join(folder, 'data'), METRICS_TOKEN: metricsToken },
      ...{ HOST: '', PUBLIC_URL: '', SMTP_URL: '' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  process.env.CASEBOOK_E2E_SETUP_LINK = await setUpLink(child)
  process.env.CASEBOOK_E2E_FOLDER = folder
  return async () => {
    const ended = once(child, 'exit')
    child.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
    refuseNames()
    refuseWords()
  }
}
