import { bestScore, type QuizState, quizState } from '#domain/attempts/rules'
import { type CourseOutline, outlineOf } from '#domain/catalogue/outline'
import type { CourseVersion, Localised, Unit } from '#domain/catalogue/types'
import { nextUnit, type UnitProgress, type Urgency, urgencyOf } from '#domain/enrolments/next-step'
import { minutesLeft } from '#domain/enrolments/progress'
import type { EnrolmentRow, PassageRow } from './read-passages.ts'

/** One unit as its learner stands in it. */
export interface UnitStanding extends UnitProgress {
  kind: Unit['kind']
  title: Localised
  minutes: number
  minutesLeft: number
  completedAt: Date | null
  /** Best score of a quiz or lab, 0..1. */
  score: number | null
  /** The part of a lesson last read. */
  part: { id: string; number: number; count: number; title: Localised } | null
  /** Of a quiz or a lab, whose tasks count as its questions. */
  quiz: {
    questions: number
    masteryScore: number
    attempts: number
    state: QuizState
    lastAttemptId: string | null
    lastSubmittedId: string | null
  } | null
}

/** One person's way through one course, as a page shows it: no question, no correct response. */
export interface Passage {
  course: CourseOutline
  enrolment: Pick<EnrolmentRow, 'id' | 'startedAt' | 'enrolledAt' | 'dueAt' | 'closedAt' | 'closedAs' | 'score'> & { isAssigned: boolean }
  urgency: Urgency
  units: UnitStanding[]
  /** Where to go on; null when all is done or the enrolment is closed. */
  next: UnitStanding | null
  minutesLeft: number
  certificateCode: string | null
}

export function passageOf(row: PassageRow & { enrolment: EnrolmentRow }, version: CourseVersion, now: Date): Passage {
  const { assignmentId, id, startedAt, enrolledAt, dueAt, closedAt, closedAs, score } = row.enrolment
  const units = version.units.map((unit) => standingOf(unit, row, now))
  return {
    course: outlineOf(version),
    enrolment: { id, startedAt, enrolledAt, dueAt, closedAt, closedAs, score, isAssigned: assignmentId !== null },
    urgency: urgencyOf(dueAt, now),
    units,
    next: closedAt ? null : nextUnit(units),
    minutesLeft: units.reduce((sum, unit) => sum + unit.minutesLeft, 0),
    certificateCode: row.completions.find((completion) => completion.unitId === null)?.certificateCode ?? null,
  }
}

function standingOf(unit: Unit, row: PassageRow, now: Date): UnitStanding {
  const completedAt = row.completions.find((completion) => completion.unitId === unit.id)?.completedAt ?? null
  const common = { id: unit.id, title: unit.title, minutes: unit.minutes, completedAt, isComplete: completedAt !== null }
  if (unit.kind !== 'lesson') {
    const attempts = row.attempts.filter((attempt) => attempt.unitId === unit.id)
    const state = quizState(unit, attempts, now)
    const last = attempts.at(-1)
    return {
      ...common,
      kind: unit.kind,
      minutesLeft: completedAt ? 0 : unit.minutes,
      // A failed attempt is over: one stopped in a quiz only while an attempt is open.
      touchedAt: state.kind === 'open' ? (last?.touchedAt ?? null) : null,
      pausedUntil: state.kind === 'paused' ? state.until : null,
      score: bestScore(attempts),
      part: null,
      quiz: {
        questions: unit.kind === 'quiz' ? unit.draw : unit.tasks,
        masteryScore: unit.masteryScore,
        attempts: unit.attempts,
        state,
        lastAttemptId: last?.id ?? null,
        lastSubmittedId: attempts.findLast(({ submittedAt }) => submittedAt)?.id ?? null,
      },
    }
  }
  const place = row.places.find((any) => any.unitId === unit.id) ?? null
  const index = unit.parts.en.findIndex((part) => part.id === place?.part)
  const titleOf = (language: 'en' | 'ja') => unit.parts[language][index]?.title ?? ''
  return {
    ...common,
    kind: 'lesson',
    minutesLeft: completedAt ? 0 : minutesLeft(unit, place),
    touchedAt: place?.updatedAt ?? null,
    pausedUntil: null,
    score: null,
    part:
      index < 0
        ? null
        : { id: place?.part ?? '', number: index + 1, count: unit.parts.en.length, title: { en: titleOf('en'), ja: titleOf('ja') } },
    quiz: null,
  }
}
