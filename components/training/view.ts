import type { QuizState } from '#domain/attempts/rules'
import type { Localised, Unit } from '#domain/catalogue/types'
import type { Urgency } from '#domain/enrolments/next-step'

/** What the views of a learner's training show. */

export interface UnitShown {
  id: string
  kind: Unit['kind']
  title: Localised
  minutes: number
  minutesLeft: number
  isComplete: boolean
  completedAt: Date | null
  touchedAt: Date | null
  score: number | null
  part: { id: string; number: number; count: number; title: Localised } | null
  quiz: { questions: number; masteryScore: number; attempts: number; state: QuizState } | null
}

export interface CourseShown {
  id: string
  title: Localised
  shortName: Localised
  summary: Localised
  minutes: number
}

export interface PassageShown {
  course: CourseShown
  enrolment: {
    dueAt: Date | null
    startedAt: Date | null
    closedAt: Date | null
    closedAs: string | null
    score: number | null
    isAssigned: boolean
  }
  urgency: Urgency
  units: UnitShown[]
  next: UnitShown | null
  minutesLeft: number
  certificateCode: string | null
}

export const courseAddress = (courseId: string): string => `/courses/${encodeURIComponent(courseId)}`

/** A unit's page, at the part where the reader stopped. */
export function unitAddress(courseId: string, unit: Pick<UnitShown, 'id' | 'part' | 'isComplete'>): string {
  const page = `${courseAddress(courseId)}/${encodeURIComponent(unit.id)}`
  return unit.part && !unit.isComplete && unit.part.number > 1 ? `${page}#${unit.part.id}` : page
}
