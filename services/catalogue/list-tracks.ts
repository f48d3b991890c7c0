import { asc } from 'drizzle-orm'
import { z } from 'zod'
import { courses } from '#db/schema/index'
import { type CourseOutline, outlineOf } from '#domain/catalogue/outline'
import { type TrackOutline, tracksAmong } from '#domain/catalogue/track'
import { query } from '../query.ts'
import { getVersions } from './get-version.ts'
import { readTracks } from './read-tracks.ts'

/** Every track whose courses are all in the catalogue, with their current versions. */
export const listTracks = query({
  permission: 'course.read',
  input: z.strictObject({}),
  run: async ({ db }): Promise<TrackOutline<CourseOutline>[]> => {
    const rows = await db.select({ hash: courses.currentHash }).from(courses).orderBy(asc(courses.id))
    const versions = await getVersions(
      db,
      rows.map(({ hash }) => hash),
    )
    return tracksAmong(await readTracks(), versions.map(outlineOf))
  },
})
