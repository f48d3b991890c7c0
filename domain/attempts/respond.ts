import { z } from 'zod'
import type { Question } from '../catalogue/types.ts'
import { scoreResponse } from './score.ts'
import { type AskedQuestion, type Certainty, certainties, type ResponseValue } from './types.ts'

const word = z.string().min(1).max(80)
export const ResponseValueInput = z.union([
  z.strictObject({ choices: z.array(word).max(20) }),
  z.strictObject({ pairs: z.record(word, word) }),
]) satisfies z.ZodType<ResponseValue>
export const CertaintyInput = z.enum(certainties)

export const responseRefusals = ['attempt_closed', 'stale_sequence', 'unknown_choice', 'already_responded', 'incomplete'] as const
export type ResponseRefusal = (typeof responseRefusals)[number]

/** An attempt as deciding on a write needs it. */
export interface AttemptState {
  status: 'in_progress' | 'submitted' | 'abandoned'
  /** The number of writes so far. */
  sequence: number
  questions: readonly AskedQuestion[]
  /** Responses given so far, by position: 0, 1, … without gaps. */
  responses: readonly { value: ResponseValue; certainty: Certainty }[]
}

export interface Given {
  position: number
  /** What the form was told when it was made; an older number comes from a second tab or device. */
  sequence: number
  value: ResponseValue
}

export type Decision =
  | { kind: 'accepted'; score: number; isLast: boolean }
  /** The same response once more, as after a double click or a lost reply: nothing to save. */
  | { kind: 'repeated' }
  | { kind: 'refused'; reason: ResponseRefusal }

const refused = (reason: ResponseRefusal): Decision => ({ kind: 'refused', reason })

/** Accepts and scores a response, or refuses it with a reason. */
export function respond(attempt: AttemptState, given: Given & { certainty: Certainty }): Decision {
  const earlier = attempt.responses[given.position]
  if (earlier) return isSameResponse(earlier, given) ? { kind: 'repeated' } : refused('already_responded')
  const found = findAsked(attempt, given)
  if ('reason' in found) return refused(found.reason)
  if (!isComplete(found.question, given.value)) return refused('incomplete')
  return { kind: 'accepted', score: scoreResponse(found.question, given.value), isLast: given.position === attempt.questions.length - 1 }
}

/**
 * May this draft be kept? A draft may be incomplete, but names only what was offered.
 * @param kept the draft kept now for the question: the same again, one write later, is a lost reply and no second tab.
 */
export function keepDraft(
  attempt: AttemptState,
  given: Given,
  kept: ResponseValue | null,
): Exclude<Decision, { kind: 'accepted' }> | { kind: 'kept' } {
  if (attempt.responses[given.position]) return { kind: 'refused', reason: 'already_responded' }
  if (kept && given.sequence === attempt.sequence - 1 && isSameValue(kept, given.value)) return { kind: 'repeated' }
  const found = findAsked(attempt, given)
  return 'reason' in found ? { kind: 'refused', reason: found.reason } : { kind: 'kept' }
}

/** The question a write is about: the first without a response, in an open attempt, from the form made last. */
function findAsked(attempt: AttemptState, { position, sequence, value }: Given): { question: Question } | { reason: ResponseRefusal } {
  if (attempt.status !== 'in_progress') return { reason: 'attempt_closed' }
  const asked = attempt.questions[position]
  if (sequence !== attempt.sequence || position !== attempt.responses.length || !asked) return { reason: 'stale_sequence' }
  return namesOnlyOffered(asked.question, value) ? { question: asked.question } : { reason: 'unknown_choice' }
}

function namesOnlyOffered(question: Question, value: ResponseValue): boolean {
  const offered = new Set(question.choices.map((choice) => choice.id))
  if (question.kind !== 'match') return 'choices' in value && value.choices.every((id) => offered.has(id)) && isDistinct(value.choices)
  const targets = new Set(question.targets.map((target) => target.id))
  return 'pairs' in value && Object.entries(value.pairs).every(([choice, target]) => offered.has(choice) && targets.has(target))
}

/** One choice: exactly one. Several: at least one. Order and match: every choice has its place. */
function isComplete(question: Question, value: ResponseValue): boolean {
  if ('pairs' in value) return Object.keys(value.pairs).length === question.choices.length
  if (question.kind === 'one-choice') return value.choices.length === 1
  return question.kind === 'order' ? value.choices.length === question.choices.length : value.choices.length > 0
}

const isDistinct = (ids: readonly string[]) => new Set(ids).size === ids.length

function isSameResponse(a: { value: ResponseValue; certainty: Certainty }, b: { value: ResponseValue; certainty: Certainty }): boolean {
  return a.certainty === b.certainty && isSameValue(a.value, b.value)
}

function isSameValue(a: ResponseValue, b: ResponseValue): boolean {
  return listed(a).join('\n') === listed(b).join('\n')
}

const listed = (value: ResponseValue): string[] =>
  'choices' in value
    ? value.choices
    : Object.entries(value.pairs)
        .map((pair) => pair.join(' '))
        .sort()
