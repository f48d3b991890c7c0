import type { LabUnit, QuizUnit } from '../catalogue/types.ts'

export interface AttemptSummary {
  id: string
  status: 'in_progress' | 'submitted' | 'abandoned'
  submittedAt: Date | null
  score: number | null
  isPassed: boolean | null
}

/** `left` attempts may be started before the next pause; `until` is the pause in force. */
export type Pace = { kind: 'ready'; left: number } | { kind: 'paused'; until: Date }

/** Whether and when a quiz or a lab may be taken. */
export type QuizState =
  | { kind: 'open'; attemptId: string }
  /** A quiz is done then; a lab, which asks of another world each time, may be tried again to learn, at the pace of any attempt. */
  | { kind: 'passed'; score: number; again: Pace }
  | Pace

const dayInMilliseconds = 86_400_000

/**
 * An open attempt is resumed; a passed quiz is done; after every `attempts` submissions comes a pause of `pauseDays` times 24 hours,
 * counted from the last of them.
 * A submission further ahead than a pause is long was made on a clock that was wrong, and keeps nobody waiting.
 * @param attempts all attempts of one enrolment at this quiz.
 */
export function quizState(
  quiz: Pick<QuizUnit | LabUnit, 'attempts' | 'pauseDays'>,
  attempts: readonly AttemptSummary[],
  now: Date,
): QuizState {
  const open = attempts.find((attempt) => attempt.status === 'in_progress')
  if (open) return { kind: 'open', attemptId: open.id }
  const pace = paceOf(quiz, attempts, now)
  if (attempts.some((attempt) => attempt.isPassed)) return { kind: 'passed', score: bestScore(attempts) ?? 0, again: pace }
  return pace
}

function paceOf(
  { attempts: most, pauseDays }: Pick<QuizUnit, 'attempts' | 'pauseDays'>,
  attempts: readonly AttemptSummary[],
  now: Date,
): Pace {
  const submitted = attempts.flatMap(({ submittedAt }) => submittedAt?.getTime() ?? [])
  const used = submitted.length % most
  const pause = pauseDays * dayInMilliseconds
  const until = new Date(Math.max(...submitted) + pause)
  const isOfOurTime = until.getTime() - now.getTime() <= 2 * pause
  if (submitted.length > 0 && used === 0 && now < until && isOfOurTime) return { kind: 'paused', until }
  return { kind: 'ready', left: most - used }
}

/** The best score among submitted attempts, 0..1; null before the first submission. */
export function bestScore(attempts: readonly Pick<AttemptSummary, 'score'>[]): number | null {
  const scores = attempts.flatMap(({ score }) => score ?? [])
  return scores.length > 0 ? Math.max(...scores) : null
}
