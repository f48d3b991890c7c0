import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What a running server says of itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number
  port: number
  /** Socket folder, or the address on Windows. */
  host: string
  isReady: boolean
}

const noteOf = (cluster: string) => join(cluster, 'postmaster.pid')

function readNote(cluster: string): Postmaster | null {
  try {
    const [pid, , , port, socketDir, address, , status] = readFileSync(noteOf(cluster), 'utf8').split('\n')
    return { pid: Number(pid), port: Number(port), host: socketDir || address || '', isReady: status?.trim() === 'ready' }
  } catch {
    return null
  }
}

/** The server of this cluster if it answers, else null. */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const note = readNote(cluster)
  return note?.isReady && isPostgres(note.pid) && (await answers(note)) ? note : null
}

/** Whether a server of this cluster is there, be it starting, ready or stopping. */
export function isPresent(cluster: string): boolean {
  const note = readNote(cluster)
  return note !== null && isPostgres(note.pid)
}

function answers({ host, port }: Postmaster): Promise<boolean> {
  const socket = host.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect(port, host)
  return new Promise((resolve) => {
    const end = (isAlive: boolean) => {
      socket.destroy()
      resolve(isAlive)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}

/**
 * Waits while a server of this cluster is starting or stopping, and removes the note of a dead one whose process id is taken by
 * another program or a zombie: PostgreSQL would think it still runs and refuse to start. Other stale notes it sees through itself.
 */
export async function settle(cluster: string, seconds = 60): Promise<void> {
  const until = performance.now() + seconds * 1000
  for (let note = readNote(cluster); note; note = readNote(cluster)) {
    if (!isPostgres(note.pid)) return isTaken(note.pid) ? rmSync(noteOf(cluster)) : undefined
    if ((await findPostmaster(cluster)) || performance.now() > until) return
    await pause(100)
  }
}

/** Whether a process runs and is a PostgreSQL server; a zombie that nobody waits for does not run. */
function isPostgres(pid: number): boolean {
  if (process.platform === 'linux') return /^\d+ \(postgres\) [^ZX]/.test(readOr(`/proc/${pid}/stat`, ''))
  if (process.platform === 'win32') return isTaken(pid)
  return /^[^ZX]\S* .*postgres/.test(spawnSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout)
}

function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}
