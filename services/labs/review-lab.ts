import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '#db/schema/index'
import { type Language, type Localised, languages } from '#domain/catalogue/types'
import { weekdaysIn } from '#domain/labs/calendar'
import type { DebriefView } from '#domain/labs/lab-view'
import { conditionInWords, tellerOf } from '#domain/labs/tell'
import type { Condition, View } from '#domain/labs/types'
import { getVersion } from '../catalogue/get-version.ts'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { debriefOf } from './debrief-of.ts'
import { findLabAttempt, type LabAttempt } from './find-lab-attempt.ts'

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
  person: { id: string; name: string; groupId: string }
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

/** Findings, evidence cited, notes, path and time of a lab that was given, within the actor's reach. @throws NotFound */
export const getLabReview = query({
  permission: 'response.read',
  input: z.strictObject({ attemptId: z.uuid(), language: z.enum(languages) }),
  run: async ({ db, reach, input: { attemptId, language } }): Promise<LabReview> => {
    const attempt = await findLabAttempt(db, reach, attemptId)
    const told = debriefOf(attempt, await getVersion(db, attempt.courseVersion), language)
    const [person] = await db
      .select({ id: people.id, name: people.name, groupId: people.homeGroupId })
      .from(people)
      .where(eq(people.id, attempt.personId))
    if (!person) throw new NotFound('attempt')
    const { score, isPassed, masteryScore, findings, evidence, tasks, found, missed, beside, note, decoys, signals, number, submittedAt } =
      told
    return {
      ...{
        person,
        title: attempt.unit.title,
        number,
        submittedAt,
        score,
        isPassed,
        masteryScore,
        findings,
        evidence,
        tasks,
        found,
        missed,
        beside,
        note,
        decoys,
        signals,
      },
      courseId: attempt.courseId,
      unitId: attempt.unitId,
      seconds: Math.round((submittedAt.getTime() - attempt.startedAt.getTime()) / 1000),
      hints: attempt.file.hints,
      hintsCost: told.hints,
      path: attempt.file.path.map(({ at, view }) => ({ at, ...viewInWords(attempt, view, language) })),
    }
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
