import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folders with all in them, and single files; those that are not there do not count. */
export interface Sources {
  folders: readonly string[]
  files: readonly string[]
}

/** SHA-256 over the names and contents of sources in a folder, tests left out, and the version of Node. */
export function fingerprintOf(folder: string, { folders, files }: Sources): string {
  const hash = createHash('sha256').update(process.version)
  for (const path of [...files, ...folders.flatMap((name) => sourcesIn(folder, name))])
    if (existsSync(join(folder, path))) hash.update(`\0${path}\0`).update(readFileSync(join(folder, path)))
  return hash.digest('hex')
}

function sourcesIn(folder: string, name: string): string[] {
  if (!existsSync(join(folder, name))) return []
  const entries = readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return paths.filter((path) => !/\.test\.tsx?$/.test(path)).sort()
}
