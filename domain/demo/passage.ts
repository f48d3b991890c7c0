import type { Certainty } from '../attempts/types.ts'
import { addDays, daysBetween, startOfDay } from '../calendar.ts'
import type { Stream } from './stream.ts'

/** What somebody does in a unit of a course, one thing at a time. Units are counted from 0; a response is right or not, and given with a certainty. */
export type Step = { at: Date; unit: number } & (
  | { kind: 'read' }
  | { kind: 'complete' }
  | { kind: 'attempt'; responses: { isRight: boolean; certainty: Certainty }[] }
)

/** A unit as far as its passage goes: a quiz has questions and a lab has tasks, both a score that is enough. */
export type UnitAhead =
  | { kind: 'lesson' }
  | { kind: 'quiz'; draw: number; masteryScore: number }
  | { kind: 'lab'; tasks: number; masteryScore: number }

export interface Order {
  /** ISO dates. */
  enrolledOn: string
  dueOn: string
  timeZone: string
  units: readonly UnitAhead[]
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
export function demoPassage({ enrolledOn, dueOn, timeZone, units }: Order, stream: Stream): Step[] {
  const part = beginning(stream)
  if (part === null) return []
  const walk = new Walk(addDays(enrolledOn, Math.max(1, Math.round(daysBetween(enrolledOn, dueOn) * part))), timeZone, stream)
  for (const [unit, ahead] of units.entries()) {
    const isDone = ahead.kind === 'lesson' ? walk.read(unit) : walk.respond(unit, ahead)
    if (!isDone) break
  }
  return walk.steps
}

/** The clock of one person, and what they have done by it. */
class Walk {
  readonly steps: Step[] = []
  readonly #timeZone: string
  readonly #stream: Stream
  readonly #skill: number
  #day: string
  #minute = 0

  constructor(day: string, timeZone: string, stream: Stream) {
    this.#day = day
    this.#timeZone = timeZone
    this.#stream = stream
    this.#skill = stream.int(74, 98) / 100
    this.#rest(0)
  }

  /** False for those who were interrupted and never came back to it. */
  read(unit: number): boolean {
    this.steps.push({ at: this.#at(), kind: 'read', unit })
    if (this.#stream.chance(0.03)) return false
    this.#later(5, 14)
    this.steps.push({ at: this.#at(), kind: 'complete', unit })
    if (this.#stream.chance(0.3)) this.#rest(this.#stream.int(1, 4))
    else this.#later(1, 5)
    return true
  }

  /** False for those who give up after the sixth attempt. */
  respond(unit: number, ahead: Exclude<UnitAhead, { kind: 'lesson' }>): boolean {
    const draw = ahead.kind === 'quiz' ? ahead.draw : ahead.tasks
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const skill = Math.min(0.99, this.#skill + attempt * 0.08)
      const responses = Array.from({ length: draw }, () => respond(this.#stream, skill))
      this.steps.push({ at: this.#at(), kind: 'attempt', unit, responses })
      this.#later(5, 9)
      if (responses.filter(({ isRight }) => isRight).length / draw >= ahead.masteryScore) return true
      this.#rest(this.#stream.int(2, 5)) // longer than the pause between attempts
    }
    return false
  }

  #rest(days: number): void {
    this.#day = onWeekday(addDays(this.#day, days))
    this.#minute = this.#stream.int(0, 360)
  }

  #later(from: number, to: number): void {
    this.#minute += this.#stream.int(from, to)
  }

  #at(): Date {
    const minutes = 9 * 60 + this.#minute
    return new Date(startOfDay(this.#day, this.#timeZone).getTime() + minutes * 60_000 + this.#stream.int(0, 59) * 1000)
  }
}

/** The way of somebody who is in the middle of it: two lessons completed, and the third begun a few days before `today`. */
export function passageUnderWay(today: string, timeZone: string): Step[] {
  const at = (daysAgo: number, hours: number) =>
    new Date(startOfDay(onWeekday(addDays(today, -daysAgo)), timeZone).getTime() + hours * 3_600_000)
  return [
    { at: at(8, 10), kind: 'read', unit: 0 },
    { at: at(8, 10.25), kind: 'complete', unit: 0 },
    { at: at(6, 13), kind: 'read', unit: 1 },
    { at: at(6, 13.25), kind: 'complete', unit: 1 },
    { at: at(3, 16), kind: 'read', unit: 2 },
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
