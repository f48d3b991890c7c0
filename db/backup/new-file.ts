import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { codeOf, StartRefused } from '../refusal.ts'

/**
 * Writes a file that its owner alone may read: whole and on disk, or not at all, and never over another.
 * @throws StartRefused with one sentence when it cannot be written.
 */
export async function writeNewFile<T>(file: string, write: (to: Writable) => Promise<T>): Promise<T> {
  if (existsSync(file)) throw isThere(file)
  const partial = `${file}.partial`
  const handle = await open(partial, 'wx', 0o600).catch((error: unknown) => {
    throw codeOf(error) === 'EEXIST' ? isBeingWritten(partial) : explained(file, error)
  })
  try {
    const result = await write(handle.createWriteStream({ flush: true }))
    giveName(partial, file)
    await syncFolder(dirname(file))
    return result
  } catch (error) {
    throw explained(file, error)
  } finally {
    await handle.close().catch(() => undefined) // the stream has closed it, unless it was never used
    rmSync(partial, { force: true })
  }
}

/** A link to a name that is taken fails, where renaming would replace what is there; some file systems know no links. */
function giveName(partial: string, file: string): void {
  try {
    linkSync(partial, file)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || existsSync(file)) throw isThere(file)
    renameSync(partial, file)
  }
}

/** So that the name survives a power cut as well. Not every system can do it. */
async function syncFolder(folder: string): Promise<void> {
  const handle: FileHandle | null = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

const isThere = (file: string) => new StartRefused(`${file} is there already and is not overwritten: choose another name.`)

const isBeingWritten = (partial: string) =>
  new StartRefused(`${partial} is there: another backup is being written, or one was broken off. If none runs, remove it and try again.`)

/** Errors of the file are told from those of the database by the call they come from. */
function explained(file: string, error: unknown): unknown {
  const code = String(codeOf(error))
  const call = error instanceof Error && 'syscall' in error ? String(error.syscall) : ''
  if (['EPIPE', 'ECONNRESET'].includes(code) || !/^(open|write|fsync|link|rename|close)/.test(call)) return error
  if (['ENOSPC', 'EDQUOT'].includes(code))
    return new StartRefused(`The disk is full: ${file} could not be written. Make room, or choose a file on another disk.`)
  if (['ENOENT', 'ENOTDIR'].includes(code)) return new StartRefused(`There is no folder ${dirname(file)}: make it, or choose another.`)
  return new StartRefused(`${file} cannot be written (${code}): choose a place that this user may write to.`)
}
