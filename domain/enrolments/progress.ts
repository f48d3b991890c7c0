import { rounded } from '../attempts/score.ts'
import type { Activity } from '../catalogue/activity.ts'
import type { CourseVersion, LessonUnit } from '../catalogue/types.ts'
import { findActivity, isDone } from './activities.ts'

/** Where a learner is in a lesson. */
export interface LessonPlace {
  /** The part last read: `p1`, `p2`, … */
  part: string
  /** The number of the furthest part ever reached, from 1. */
  furthestPart: number
  /** activity id -> what the reader did in it, as `keep` says: of a decision the choices looked at, first the one made. */
  decisions: Record<string, string[]>
}

/** Decisions and other activities of a lesson that are not done yet, in the order in which they stand. */
export function openDecisions(
  lesson: Pick<LessonUnit, 'decisions' | 'parts'>,
  place: Pick<LessonPlace, 'decisions'> | null,
): { id: string; kind: Activity['kind'] }[] {
  return lesson.decisions
    .flatMap((id) => findActivity(lesson, id)?.activity ?? [])
    .filter((activity) => !isDone(activity, place?.decisions[activity.id] ?? []))
    .map(({ id, kind }) => ({ id, kind }))
}

/** A lesson is complete when its end was reached and what there is to do in it is done. */
export function isLessonComplete(lesson: Pick<LessonUnit, 'decisions' | 'parts'>, place: LessonPlace | null): boolean {
  return place !== null && place.furthestPart >= lesson.parts.en.length && openDecisions(lesson, place).length === 0
}

/** Minutes of a lesson that are left, in proportion to its parts; at least one. */
export function minutesLeft(lesson: Pick<LessonUnit, 'minutes' | 'parts'>, place: Pick<LessonPlace, 'furthestPart'> | null): number {
  const parts = lesson.parts.en.length
  const left = parts - Math.max(0, (place?.furthestPart ?? 1) - 1)
  return Math.max(1, Math.round((lesson.minutes * left) / parts))
}

/** A course is complete when each of its units is. */
export function isCourseComplete(course: Pick<CourseVersion, 'units'>, completed: ReadonlySet<string>): boolean {
  return course.units.every((unit) => completed.has(unit.id))
}

/**
 * Score of a course, 0..1: the mean of the best scores of its quizzes and labs; null when it has none.
 * @param best unit id -> best score. What was never attempted counts as 0.
 */
export function courseScore(course: Pick<CourseVersion, 'units'>, best: ReadonlyMap<string, number>): number | null {
  const scored = course.units.filter((unit) => unit.kind !== 'lesson')
  if (scored.length === 0) return null
  return rounded(scored.reduce((sum, { id }) => sum + (best.get(id) ?? 0), 0) / scored.length)
}
