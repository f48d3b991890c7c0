import { statfsSync } from 'node:fs'
import { StartRefused } from '../refusal.ts'

/** @throws StartRefused when fewer than `megabytes` are free where `folder` lies. */
export function needRoom(folder: string, megabytes: number): void {
  const { bavail, bsize } = statfsSync(folder)
  const free = Math.floor((bavail * bsize) / 1_000_000)
  if (free < megabytes)
    throw new StartRefused(
      `The disk is full: ${folder} has ${free} MB free and ${megabytes} MB are needed. Make room, or set CASEBOOK_DATA to another disk.`,
    )
}
