import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '#db/refusal'
import { root } from '../bootstrap/node.mjs'
import { run, tail } from '../bootstrap/run.mjs'
import { compressStaticFiles } from './static-files.ts'

const folders = ['app', 'auth', 'components', 'db', 'domain', 'messages', 'public', 'services']
const files = ['instrumentation.ts', 'next.config.ts', 'package-lock.json', 'package.json', 'tsconfig.json']
const mark = join(root, '.next', 'built-from')

/** Builds the site unless the last build was made from the same sources. Returns what was done, in a few words. */
export async function build(signal?: AbortSignal): Promise<string> {
  const fingerprint = fingerprintOf(root)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint) return 'nothing to do'
  const { code, output } = await run(process.execPath, [nextProgram, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    signal,
  })
  signal?.throwIfAborted()
  if (/ENOSPC|no space left/i.test(output))
    throw new StartRefused('The disk is full: building needs about 500 MB. Make room and start again.')
  if (code !== 0) throw new StartRefused(`The site could not be built:\n${tail(output, 60)}`)
  compressStaticFiles()
  writeFileSync(mark, fingerprint) // a build begins by clearing `.next`, so a broken-off one leaves no mark
  return ''
}

export const nextProgram = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')

/** SHA-256 over the names and contents of everything the build is made from. */
export function fingerprintOf(folder: string): string {
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
