import { z } from 'zod'
import { type Language, type Localised, languages } from '#domain/catalogue/types'
import { weekdaysIn } from '#domain/labs/calendar'
import type { DebriefView } from '#domain/labs/lab-view'
import { readingReasons } from '#domain/labs/reading'
import { conditionInWords, tellerOf } from '#domain/labs/tell'
import type { Condition, View } from '#domain/labs/types'
import { getVersion } from '../catalogue/get-version.ts'
import { command } from '../command.ts'
import { InvalidInput } from '../errors.ts'
import { debriefOf } from './debrief-of.ts'
import type { LabAttempt } from './find-lab-attempt.ts'
import { findReviewed, isOwn } from './find-reviewed.ts'

/** A submitted attempt at a lab as those see it who may read what somebody gave. */
export interface LabReview
  extends Pick<
    DebriefView,
    | 'score'
    | 'isPassed'
    | 'masteryScore'
    | 'findings'
    | 'evidence'
    | 'tasks'
    | 'found'
    | 'missed'
    | 'beside'
    | 'note'
    | 'decoys'
    | 'signals'
  > {
  person: { id: string; name: string; groupId: string; group: string }
  courseId: string
  unitId: string
  title: Localised
  number: number
  submittedAt: Date
  /** Seconds from the beginning to the submission. */
  seconds: number
  /** How many hints were taken, and what they cost. */
  hints: number
  hintsCost: number
  /** Every view looked at, with the seconds after the beginning. */
  path: { at: number; table: string; words: string[] }[]
}

/**
 * Findings, evidence cited, notes, path and time of a lab that was given, within the actor's reach: one's own, or where the owner has allowed it. A command,
 * because it leaves a record: who read what somebody else gave, and why, which that person sees. @throws NotFound, InvalidInput for who reads what is another's and does not say why.
 */
export const reviewLab = command({
  permission: 'response.read',
  input: z.strictObject({ attemptId: z.uuid(), language: z.enum(languages), why: z.enum(readingReasons).nullable().default(null) }),
  subject: ({ tx, actor, reach, input }) => findReviewed(tx, actor, reach, input.attemptId),
  run: async ({ tx, actor, input: { language, why }, subject: { attempt, person } }): Promise<LabReview> => {
    if (why === null && !isOwn(actor, person)) throw new InvalidInput({ why: 'choose' })
    const told = debriefOf(attempt, await getVersion(tx, attempt.courseVersion), language)
    const { score, isPassed, masteryScore, findings, evidence, tasks, found, missed, beside, note, decoys, signals, number, submittedAt } =
      told
    return {
      ...{ score, isPassed, masteryScore, findings, evidence, tasks, found, missed, beside, note, decoys, signals, number, submittedAt },
      person,
      title: attempt.unit.title,
      courseId: attempt.courseId,
      unitId: attempt.unitId,
      seconds: Math.round((submittedAt.getTime() - attempt.startedAt.getTime()) / 1000),
      hints: attempt.file.hints,
      hintsCost: told.hints,
      path: attempt.file.path.map(({ at, view }) => ({ at, ...viewInWords(attempt, view, language) })),
    }
  },
  event: {
    verb: 'lab.read',
    of: ({ actor, input: { why }, subject: { attempt, person } }) =>
      isOwn(actor, person)
        ? []
        : [
            {
              subjectKind: 'attempt',
              subjectId: attempt.id,
              groupId: person.groupId,
              details: { unitId: attempt.unitId, number: attempt.number, why },
            },
          ],
  },
})

function viewInWords({ unit, world }: LabAttempt, view: View, language: Language): { table: string; words: string[] } {
  const { tables, values } = unit.words[language]
  const titles = tables[view.table]
  const columns = world.evidence.tables.find(({ id }) => id === view.table)?.columns ?? []
  const name = (column: string) => titles?.columns[column] ?? column
  const teller = tellerOf(values, weekdaysIn(language))
  const told = (condition: Condition) => {
    const kind = columns.find(({ id }) => id === condition.column)?.kind ?? 'text'
    return conditionInWords(condition, { title: name(condition.column), kind }, teller)
  }
  const { where, find, sort, group } = view
  return {
    table: titles?.title ?? view.table,
    words: [
      ...where.map(told),
      ...(find ? [`“${find}”`] : []),
      ...(group ? [`${name(group)} ×`] : []),
      ...(sort ? [`${name(sort.column)} ${sort.isDescending ? '▼' : '▲'}`] : []),
    ],
  }
}
