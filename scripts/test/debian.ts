import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from '../bootstrap/run.mjs'

/** The files of that name in the folders where programs are looked for. */
export const inPath = (name: string): string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .filter((path) => existsSync(path))

/** May we install Debian's packages here? */
export const canInstall = (): boolean => process.getuid?.() === 0 && inPath('apt-get').length > 0

export async function installDebian(...packages: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env })
  return run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env })
}
