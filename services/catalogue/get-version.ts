import { inArray } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { courseVersions } from '#db/schema/index'
import type { CourseVersion } from '#domain/catalogue/types'
import { NotFound } from '../errors.ts'

/** Versions never change, so what was read once is kept. Each installation has a handful. */
const known = new Map<string, CourseVersion>()

/** A course version by its hash, with the correct responses in it: for services, never for a page. @throws NotFound */
export async function getVersion(db: Reader, hash: string): Promise<CourseVersion> {
  const [version] = await getVersions(db, [hash])
  return version as CourseVersion
}

/** Course versions by their hashes, in that order: in one statement, or none when all were read before. @throws NotFound */
export async function getVersions(db: Reader, hashes: readonly string[]): Promise<CourseVersion[]> {
  const missing = hashes.filter((hash) => !known.has(hash))
  if (missing.length > 0) {
    const rows = await db.select().from(courseVersions).where(inArray(courseVersions.hash, missing))
    for (const { hash, content } of rows) known.set(hash, content)
  }
  return hashes.map((hash) => {
    const version = known.get(hash)
    if (!version) throw new NotFound('course version')
    return version
  })
}
