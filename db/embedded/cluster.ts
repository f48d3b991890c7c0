import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { StartRefused } from '../refusal.ts'
import type { Binaries } from './binaries.ts'
import { needRoom } from './room.ts'
import type { ServerUser } from './server-user.ts'

const megabytesForNew = 300
const draftPrefix = 'making-'

export const superuser = 'casebook'
export const databaseName = 'casebook'
export const clusterOf = (dataDir: string) => join(dataDir, 'postgres')
export const passwordFile = (dataDir: string) => join(dataDir, 'postgres-password')

/** Runs one of the bundled programs as the server's user; `input` goes to its standard input. */
export async function runProgram(binaries: Binaries, user: ServerUser, name: string, args: string[], input = ''): Promise<void> {
  const running = promisify(execFile)(join(binaries.folder, name), args, { ...user, cwd: '/', maxBuffer: 10_000_000 })
  running.child.stdin?.end(input)
  await running
}

/** Makes the database cluster, whole or not at all: a start that was interrupted leaves only a draft, removed by the next one. */
export async function makeCluster(dataDir: string, binaries: Binaries, user: ServerUser, isDurable: boolean): Promise<void> {
  for (const name of readdirSync(dataDir)) if (name.startsWith(draftPrefix)) rmSync(join(dataDir, name), { recursive: true })
  needRoom(dataDir, megabytesForNew)
  const draft = mkdtempSync(join(dataDir, draftPrefix))
  try {
    const cluster = await initialise(draft, dataDir, binaries, user, isDurable)
    renameSync(cluster, clusterOf(dataDir))
  } catch (error) {
    throw explained(error, dataDir)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

async function initialise(draft: string, dataDir: string, binaries: Binaries, user: ServerUser, isDurable: boolean): Promise<string> {
  const cluster = join(draft, 'postgres')
  const passwordForServer = join(draft, 'password')
  const password = randomBytes(24).toString('base64url')
  mkdirSync(cluster, { mode: 0o700 })
  writeFileSync(passwordForServer, password, { mode: 0o600 })
  if (user.uid !== undefined) for (const path of [draft, cluster, passwordForServer]) chownSync(path, user.uid, user.gid)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const safety = ['--auth=scram-sha-256', `--pwfile=${passwordForServer}`, '--data-checksums', ...(isDurable ? [] : ['--no-sync'])]
  await runProgram(binaries, user, 'initdb', ['-D', cluster, '-U', superuser, ...locale, ...safety])
  await runProgram(binaries, user, 'postgres', ['--single', '-D', cluster, 'postgres'], `create database ${databaseName}\n`)
  writeFileSync(passwordFile(dataDir), password, { mode: 0o600 })
  return cluster
}

function explained(error: unknown, dataDir: string): unknown {
  const text = error instanceof Error ? error.message : String(error)
  if (/no space left|disk quota/i.test(text))
    return new StartRefused(
      `The disk is full: the database in ${dataDir} could not be made. Make room, or set CASEBOOK_DATA to another disk.`,
    )
  return error
}

/** @throws StartRefused when the cluster was made by another major version. */
export function refuseOtherVersion(dataDir: string, { major }: Binaries): void {
  const made = readFileSync(join(clusterOf(dataDir), 'PG_VERSION'), 'utf8').trim()
  if (made !== major)
    throw new StartRefused(
      `The database in ${dataDir} was made by PostgreSQL ${made}, and this version brings ${major}. Use the version of Casebook that made it, or another CASEBOOK_DATA.`,
    )
}

export const hasCluster = (dataDir: string) => existsSync(join(clusterOf(dataDir), 'PG_VERSION'))
