import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connectionsFor } from './connections.ts'
import { type Binaries, binariesFor } from './embedded/binaries.ts'
import {
  clusterOf,
  databaseName,
  hasCluster,
  makeCluster,
  passwordFile,
  refuseOtherVersion,
  runProgram,
  superuser,
} from './embedded/cluster.ts'
import { makeDataDir } from './embedded/data-dir.ts'
import { findPostmaster, isPresent, settle } from './embedded/postmaster.ts'
import { canEnter, type ServerUser, serverUser } from './embedded/server-user.ts'
import { isShortEnough, type ServerSettings, settingsFile, socketName } from './embedded/settings.ts'
import { StartRefused } from './refusal.ts'

/** How to connect to the bundled server: options that `pg` takes as they are. */
export interface Connection {
  host: string
  port: number
  user: string
  password: string
  database: string
}

export interface BundledOptions {
  /** False for a throw-away server of tests: nothing is synced to disk. */
  durable?: boolean
  /** How many processes will serve from it: it takes as many connections as they may need. */
  processes?: number
  warn?: (sentence: string) => void
}

const isWindows = process.platform === 'win32'

/**
 * Starts the bundled PostgreSQL of a data folder, making the database at the first time, or finds it running.
 * It is detached: it goes on when this process is killed, until `stopBundled`.
 * @throws StartRefused with one sentence when the surroundings do not allow it.
 */
export async function startBundled(dataDir: string, options: BundledOptions = {}): Promise<Connection> {
  const { durable = true, processes = 1, warn = console.warn } = options
  const running = await findBundled(dataDir)
  if (running) return running
  const user = serverUser(clusterOf(dataDir), !durable, warn)
  makeDataDir(dataDir)
  refuseClosed(dataDir, user)
  const binaries = binariesFor(user, dataDir)
  if (!hasCluster(dataDir)) await makeCluster(dataDir, binaries, user, durable)
  refuseOtherVersion(dataDir, binaries)
  await settle(clusterOf(dataDir))
  const settled = await findBundled(dataDir)
  if (settled) return settled
  await startServer(dataDir, binaries, user, { isDurable: durable, connections: connectionsFor(processes) })
  const started = await findBundled(dataDir)
  if (!started) throw new StartRefused(`The bundled PostgreSQL started but does not answer; its log is ${logOf(dataDir)}.`)
  return started
}

/** The connection to the running server of a data folder, or null. */
export async function findBundled(dataDir: string): Promise<Connection | null> {
  const postmaster = await findPostmaster(clusterOf(dataDir))
  if (!postmaster) return null
  const { host, port } = postmaster
  return { host, port, user: superuser, password: readFileSync(passwordFile(dataDir), 'utf8'), database: databaseName }
}

/** Stops the server of a data folder if it runs; connections are ended, nothing committed is lost. */
export async function stopBundled(dataDir: string): Promise<void> {
  const cluster = clusterOf(dataDir)
  if (!isPresent(cluster)) return
  const user = serverUser(cluster, true, () => undefined)
  await runProgram(binariesFor(user, dataDir), user, 'pg_ctl', ['-D', cluster, '-m', 'fast', '-w', '-t', '60', 'stop'])
}

const logOf = (dataDir: string) => join(clusterOf(dataDir), 'server.log')

function refuseClosed(dataDir: string, user: ServerUser): void {
  if (canEnter(user, dataDir)) return
  const advice = 'set CASEBOOK_DATA to a folder whose parents everybody may enter, such as /var/lib/casebook.'
  throw new StartRefused(`PostgreSQL runs as uid ${user.uid}, which cannot enter ${dataDir}: ${advice}`)
}

async function startServer(dataDir: string, binaries: Binaries, user: ServerUser, wanted: ServerSettings): Promise<void> {
  const listen = isWindows ? { port: await freePort() } : { socketDir: socketFolder(dataDir, user) }
  const settings = join(dataDir, 'postgresql.conf')
  writeFileSync(settings, settingsFile(listen, wanted))
  chmodSync(settings, 0o644) // the server's user reads it, and must not be able to change it
  if (existsSync(logOf(dataDir))) renameSync(logOf(dataDir), `${logOf(dataDir)}.before`)
  const args = ['-D', clusterOf(dataDir), '-w', '-t', '120', '-l', logOf(dataDir), '-o', `-c config_file=${forShell(settings)}`, 'start']
  // Connections of a server that was killed may outlive it for a moment and hold its memory.
  for (let tries = 20; ; tries -= 1) {
    try {
      return await runProgram(binaries, user, 'pg_ctl', args)
    } catch (error) {
      const reason = lastFatal(logOf(dataDir)) ?? (error as Error).message
      if (tries === 0 || !/shared memory block/.test(reason)) throw didNotStart(dataDir, reason)
      await pause(500)
    }
  }
}

/** `pg_ctl` hands its options to a shell. */
const forShell = (path: string) => (isWindows ? `"${path}"` : `'${path.replaceAll("'", "'\\''")}'`)

function didNotStart(dataDir: string, reason: string): StartRefused {
  if (/no space left/i.test(reason))
    return new StartRefused(`The disk is full: the database in ${dataDir} cannot start. Make room and start again.`)
  return new StartRefused(`The bundled PostgreSQL did not start: ${reason} Its log is ${logOf(dataDir)}.`)
}

function socketFolder(dataDir: string, user: ServerUser): string {
  const beside = join(dataDir, 'run')
  const folder = isShortEnough(beside) ? beside : mkdtempSync(join(tmpdir(), 'casebook-'))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of [socketName, `${socketName}.lock`]) rmSync(join(folder, name), { force: true }) // of a server that was killed
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  return folder
}

function lastFatal(log: string): string | undefined {
  if (!existsSync(log)) return undefined
  const found = readFileSync(log, 'utf8')
    .match(/(?:FATAL|PANIC): .*/g)
    ?.at(-1)
  return found?.replace(/^(FATAL|PANIC): +/, '').concat('.')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
