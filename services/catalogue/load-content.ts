import type { Database } from '#db/client'
import { courses } from '#db/schema/index'
import type { CourseVersion } from '#domain/catalogue/types'
import { asSystem } from '../caller.ts'
import { Conflict } from '../errors.ts'
import { loadVersion } from './load-version.ts'

/** Keeps each of the compiled course versions that is new; returns the ids of the courses this call loaded. */
export async function loadContent(db: Database, now: Date, versions: readonly CourseVersion[]): Promise<string[]> {
  const known = await db.select({ id: courses.id, loadedHash: courses.loadedHash }).from(courses)
  const loaded: string[] = []
  for (const version of versions) {
    if (known.some(({ id, loadedHash }) => id === version.id && loadedHash === version.hash)) continue
    if (await wasNew(loadVersion(asSystem(db, now), { version }))) loaded.push(version.id)
  }
  return loaded
}

async function wasNew(loading: Promise<unknown>): Promise<boolean> {
  try {
    await loading
    return true
  } catch (error) {
    if (error instanceof Conflict && error.reason === 'course_loaded') return false
    throw error
  }
}
