import type { Localised } from './types.ts'

/** Courses that are taken together. */
export interface Track {
  id: string
  title: Localised
  summary: Localised
  /** Ids of its courses, in order. */
  courses: string[]
}

export interface TrackOutline<Course> extends Omit<Track, 'courses'> {
  courses: Course[]
  /** Of all its courses. */
  minutes: number
}

/** The tracks whose courses are all there, with what is known of each. */
export function tracksAmong<Course extends { id: string; minutes: number }>(
  tracks: readonly Track[],
  courses: readonly Course[],
): TrackOutline<Course>[] {
  return tracks.flatMap((track) => {
    const found = track.courses.flatMap((id) => courses.find((course) => course.id === id) ?? [])
    if (found.length < track.courses.length) return []
    return [{ ...track, courses: found, minutes: found.reduce((sum, { minutes }) => sum + minutes, 0) }]
  })
}
