import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CourseVersion } from '#domain/catalogue/types'
import { root } from '../bootstrap/node.mjs'
import { fingerprintOf } from './fingerprint.ts'

/** What course versions are made from: the texts, and the code that checks and compiles them. */
const sources = { folders: ['content', 'domain', 'messages', 'services/catalogue'], files: ['package-lock.json'] }

interface Kept {
  fingerprint: string
  versions: CourseVersion[]
}

/**
 * The course versions of `content/`, as they were checked and compiled when it last changed: doing so takes seconds, and nearly every start
 * finds the same. They are kept with the build, which a new one clears. @throws BadContent with one line per problem
 */
export async function compiledContent(folder = root): Promise<CourseVersion[]> {
  const file = join(folder, '.next', 'content.json')
  const fingerprint = fingerprintOf(folder, sources)
  const kept = readKept(file)
  if (kept?.fingerprint === fingerprint) return kept.versions
  const { compileContent } = await import('#services/catalogue/compile')
  const versions = await compileContent(join(folder, 'content'))
  keep(file, { fingerprint, versions })
  return versions
}

/** null: nothing was kept, or it was broken off half written. */
function readKept(file: string): Kept | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept
  } catch {
    return null
  }
}

function keep(file: string, kept: Kept): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(kept))
  } catch {
    // A folder that cannot be written to costs the next start these seconds again, and nothing else.
  }
}
