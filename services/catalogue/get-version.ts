import { eq } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { courseVersions } from '#db/schema/index'
import type { CourseVersion } from '#domain/catalogue/types'
import { NotFound } from '../errors.ts'

/** Versions never change, so what was read once is kept. Each installation has a handful. */
const known = new Map<string, CourseVersion>()

/** A course version by its hash, with the correct responses in it: for services, never for a page. @throws NotFound */
export async function getVersion(db: Reader, hash: string): Promise<CourseVersion> {
  const kept = known.get(hash)
  if (kept) return kept
  const [row] = await db.select({ content: courseVersions.content }).from(courseVersions).where(eq(courseVersions.hash, hash))
  if (!row) throw new NotFound('course version')
  known.set(hash, row.content)
  return row.content
}
