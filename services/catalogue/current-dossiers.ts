import { asc, desc } from 'drizzle-orm'
import type { Database } from '#db/client'
import { courses } from '#db/schema/index'
import type { CourseVersion, Dossier } from '#domain/catalogue/types'
import { getVersions } from './get-version.ts'

/** The current version of every course, the one published last first. */
export async function currentVersions(db: Database): Promise<CourseVersion[]> {
  const rows = await db.select({ hash: courses.currentHash }).from(courses).orderBy(desc(courses.publishedAt), asc(courses.id))
  return getVersions(
    db,
    rows.map(({ hash }) => hash),
  )
}

/** case -> its dossier, from the first of the versions that has one. */
export function dossiersOf(versions: readonly CourseVersion[]): Map<string, Dossier> {
  const dossiers = new Map<string, Dossier>()
  for (const { dossier } of versions) if (dossier && !dossiers.has(dossier.case)) dossiers.set(dossier.case, dossier)
  return dossiers
}
