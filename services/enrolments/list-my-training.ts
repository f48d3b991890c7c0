import { z } from 'zod'
import { type CourseOutline, outlineOf } from '#domain/catalogue/outline'
import { type TrackOutline, tracksAmong } from '#domain/catalogue/track'
import type { CourseVersion } from '#domain/catalogue/types'
import { inOrderOfNeed } from '#domain/enrolments/next-step'
import { getVersions } from '../catalogue/get-version.ts'
import { readTracks } from '../catalogue/read-tracks.ts'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { type Passage, passageOf } from './passage.ts'
import { type EnrolmentRow, type PassageRow, readPassages } from './read-passages.ts'

export interface MyTraining {
  /** Open enrolments, the most pressing first. */
  open: Passage[]
  /** Completed and waived, the latest first. */
  finished: Passage[]
  /** Courses one may start: neither open nor finished. */
  catalogue: CourseOutline[]
  /** Tracks of courses that are all there. */
  tracks: TrackOutline<CourseOutline>[]
}

/** All that the home page of a learner shows, in one statement. */
export const listMyTraining = query({
  permission: 'enrolment.read',
  input: z.strictObject({}),
  run: async ({ db, now, reach }): Promise<MyTraining> => {
    if (reach.own === null) throw new NotFound('person')
    const rows = await readPassages(db, reach.own)
    const enrolled = rows.filter(isEnrolled)
    const taken = await getVersions(
      db,
      enrolled.map(({ enrolment }) => enrolment.courseVersion),
    )
    const passages = enrolled.map((row, index) => passageOf(row, taken[index] as CourseVersion, now))
    const ofCourse = new Set(passages.filter(({ enrolment }) => enrolment.closedAs !== 'cancelled').map(({ course }) => course.id))
    const startable = new Set(rows.map(({ courseId }) => courseId).filter((id) => !ofCourse.has(id)))
    const current = (await getVersions(db, [...new Map(rows.map((row) => [row.courseId, row.currentHash])).values()])).map(outlineOf)
    return {
      open: inOrderOfNeed(
        passages.filter(({ enrolment }) => !enrolment.closedAt).map((passage) => ({ ...passage.enrolment, passage })),
      ).map(({ passage }) => passage),
      finished: passages
        .filter(({ enrolment }) => enrolment.closedAs === 'completed' || enrolment.closedAs === 'waived')
        .sort((a, b) => (b.enrolment.closedAt?.getTime() ?? 0) - (a.enrolment.closedAt?.getTime() ?? 0)),
      catalogue: current.filter(({ id }) => startable.has(id)),
      tracks: tracksAmong(await readTracks(), current),
    }
  },
})

const isEnrolled = (row: PassageRow): row is PassageRow & { enrolment: EnrolmentRow } => row.enrolment !== null
