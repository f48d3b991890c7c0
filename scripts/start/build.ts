import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '#db/refusal'
import { root } from '../bootstrap/node.mjs'
import { run, tail } from '../bootstrap/run.mjs'
import { fingerprintOf } from './fingerprint.ts'
import { compressStaticFiles } from './static-files.ts'

/** What the build is made from. */
export const buildSources = {
  folders: ['app', 'auth', 'components', 'db', 'domain', 'messages', 'public', 'services'],
  files: ['instrumentation.ts', 'next.config.ts', 'package-lock.json', 'package.json', 'tsconfig.json'],
}
const mark = join(root, '.next', 'built-from')

/** Builds the site unless the last build was made from the same sources. Returns what was done, in a few words. */
export async function build(signal?: AbortSignal): Promise<string> {
  const fingerprint = fingerprintOf(root, buildSources)
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
