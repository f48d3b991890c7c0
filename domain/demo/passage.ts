import type { Certainty } from '../attempts/types.ts'
import { addDays, daysBetween, startOfDay } from '../calendar.ts'
import type { Stream } from './stream.ts'

/** What somebody does in a course, one thing at a time. Lessons are counted from 0; a response is right or not, and given with a certainty. */
export type Step = { at: Date } & (
  | { kind: 'read'; lesson: number }
  | { kind: 'complete'; lesson: number }
  | { kind: 'attempt'; responses: { isRight: boolean; certainty: Certainty }[] }
)

export interface Order {
  /** ISO dates. */
  enrolledOn: string
  dueOn: string
  timeZone: string
  lessons: number
  /** Questions of the quiz, and the score that is enough. */
  questions: number
  masteryScore: number
}

/** When a person begins, as a part of the time given: most at once, some late, a few after it or when asked often. Null: never. */
function beginning(stream: Stream): number | null {
  const draw = stream.int(0, 99)
  if (draw < 58) return stream.int(0, 50) / 100
  if (draw < 82) return stream.int(50, 92) / 100
  if (draw < 93) return stream.int(100, 160) / 100
  if (draw < 97) return stream.int(160, 600) / 100
  return null
}

/**
 * One person's way through a course, as it would go if time went on for ever: whoever plays it stops at the present.
 * Work is done on weekdays between nine and five.
 */
export function demoPassage({ enrolledOn, dueOn, timeZone, lessons, questions, masteryScore }: Order, stream: Stream): Step[] {
  const part = beginning(stream)
  if (part === null) return []
  const steps: Step[] = []
  let day = addDays(enrolledOn, Math.max(1, Math.round(daysBetween(enrolledOn, dueOn) * part)))
  let minute = 0
  const rest = (days: number) => {
    day = onWeekday(addDays(day, days))
    minute = stream.int(0, 360)
  }
  const at = () => new Date(startOfDay(day, timeZone).getTime() + (9 * 60 + minute) * 60_000 + stream.int(0, 59) * 1000)
  const later = (from: number, to: number) => {
    minute += stream.int(from, to)
  }
  rest(0)
  for (let lesson = 0; lesson < lessons; lesson += 1) {
    steps.push({ at: at(), kind: 'read', lesson })
    if (stream.chance(0.03)) return steps // interrupted, and never came back to it
    later(5, 14)
    steps.push({ at: at(), kind: 'complete', lesson })
    if (stream.chance(0.3)) rest(stream.int(1, 4))
    else later(1, 5)
  }
  const skill = stream.int(74, 98) / 100
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const responses = Array.from({ length: questions }, () => respond(stream, Math.min(0.99, skill + attempt * 0.08)))
    steps.push({ at: at(), kind: 'attempt', responses })
    if (responses.filter(({ isRight }) => isRight).length / questions >= masteryScore) return steps
    rest(stream.int(2, 5)) // longer than the pause between attempts
  }
  return steps
}

/** The way of somebody who is in the middle of it: two lessons completed, and the third begun a few days before `today`. */
export function passageUnderWay(today: string, timeZone: string): Step[] {
  const at = (daysAgo: number, hours: number) =>
    new Date(startOfDay(onWeekday(addDays(today, -daysAgo)), timeZone).getTime() + hours * 3_600_000)
  return [
    { at: at(8, 10), kind: 'read', lesson: 0 },
    { at: at(8, 10.25), kind: 'complete', lesson: 0 },
    { at: at(6, 13), kind: 'read', lesson: 1 },
    { at: at(6, 13.25), kind: 'complete', lesson: 1 },
    { at: at(3, 16), kind: 'read', lesson: 2 },
  ]
}

const certainties = {
  right: ['certain', 'certain', 'certain', 'fairly_sure', 'fairly_sure', 'guessing'],
  wrong: ['certain', 'fairly_sure', 'fairly_sure', 'guessing'],
} as const satisfies Record<string, Certainty[]>

function respond(stream: Stream, skill: number): { isRight: boolean; certainty: Certainty } {
  const isRight = stream.chance(skill)
  return { isRight, certainty: stream.pick(certainties[isRight ? 'right' : 'wrong']) }
}

/** That day, or the Monday after a weekend. */
export function onWeekday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}
