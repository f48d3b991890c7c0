import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '#db/refusal'

interface Claim {
  pid: number
  port: number
  /** When the process began, as the kernel counts; tells it from a later one with the same id. */
  begunAt: string
}

const fileOf = (dataDir: string) => join(dataDir, 'instance.json')

/** @throws StartRefused when a running process holds the data folder. */
export function refuseSecondInstance(dataDir: string): void {
  const held = read(fileOf(dataDir))
  if (held && isRunning(held)) throw inUse(dataDir, held)
}

/** Whether a running process, this one or another, holds the data folder. */
export function isHeld(dataDir: string): boolean {
  const held = read(fileOf(dataDir))
  return held !== null && isRunning(held)
}

export const isHeldByAnother = (dataDir: string): boolean => isHeld(dataDir) && read(fileOf(dataDir))?.pid !== process.pid

/**
 * Claims the data folder for this process, so that a second start does not work on the same database.
 * A claim left by a killed process counts for nothing.
 * @returns a function that gives the claim back
 * @throws StartRefused when another running process holds it.
 */
export function claimInstance(dataDir: string, port: number): () => void {
  const file = fileOf(dataDir)
  const draft = `${file}.${process.pid}`
  const mine = JSON.stringify({ pid: process.pid, port, begunAt: begunAt(process.pid) } satisfies Claim)
  try {
    writeFileSync(draft, mine, { mode: 0o600 })
    while (!linked(draft, file)) {
      refuseSecondInstance(dataDir)
      discard(file, read(file))
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (read(file)?.pid === process.pid) rmSync(file, { force: true })
  }
}

const inUse = (dataDir: string, { pid, port }: Claim) =>
  new StartRefused(
    `Casebook already runs on the data folder ${dataDir} (process ${pid}, port ${port}), or a command (backup, restore, demo) is at work there. Stop it first or wait for it, or give this one another CASEBOOK_DATA and PORT.`,
  )

/** A link to an existing name fails: of two starts at the same moment one wins. */
function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Takes a stale claim away; should another start have put its own there meanwhile, that one is put back. */
function discard(file: string, stale: Claim | null): void {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const taken = read(aside)
  if (taken && stale?.pid !== taken.pid && isRunning(taken)) linked(aside, file)
  rmSync(aside, { force: true })
}

function read(file: string): Claim | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Claim
  } catch {
    return null
  }
}

function isRunning(claim: Claim): boolean {
  try {
    process.kill(claim.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return begunAt(claim.pid) === claim.begunAt
}

/** The start time of a process where the kernel tells it (Linux; a zombie has none), else the same for all. */
function begunAt(pid: number): string {
  if (process.platform !== 'linux') return ''
  try {
    const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return state === 'Z' ? 'ended' : (fields[18] ?? '')
  } catch {
    return 'ended'
  }
}
