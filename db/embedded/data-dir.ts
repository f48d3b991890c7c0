import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { notWritable } from '../refusal.ts'

/**
 * Makes the data folder, ours alone; as root, others may pass through it, because the database's user lives inside.
 * @throws StartRefused when it cannot be written.
 */
export function makeDataDir(dataDir: string): void {
  const probe = join(dataDir, '.writable')
  try {
    mkdirSync(dirname(dataDir), { recursive: true })
    if (!existsSync(dataDir)) mkdirSync(dataDir, { mode: 0o700 })
    if (process.getuid?.() === 0 && readdirSync(dataDir).length === 0) chmodSync(dataDir, 0o711)
    writeFileSync(probe, 'x')
  } catch (error) {
    throw notWritable(dataDir, (error as NodeJS.ErrnoException).code)
  } finally {
    if (existsSync(probe)) rmSync(probe)
  }
}
