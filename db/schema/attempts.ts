import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, real, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { AttemptSnapshot, Certainty, LabSnapshot, ResponseValue } from '#domain/attempts/types'
import type { GivenFile } from '#domain/labs/summary'
import type { TaskResponse } from '#domain/labs/types'
import { at, id } from './columns.ts'
import { people } from './people.ts'
import { enrolments } from './training.ts'

/** Where a learner is in a lesson, and what they chose in its decisions. */
export const lessonPlaces = pgTable(
  'lesson_places',
  {
    enrolmentId: uuid('enrolment_id')
      .notNull()
      .references(() => enrolments.id),
    unitId: text('unit_id').notNull(),
    /** The part last read, and the furthest ever reached: `p1`, `p2`, … */
    part: text('part').notNull(),
    furthestPart: integer('furthest_part').notNull(),
    /** decision id -> ids of the choices looked at, first the one made. */
    decisions: jsonb('decisions').$type<Record<string, string[]>>().notNull().default({}),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.enrolmentId, t.unitId] })],
)

/** One go at a quiz or a lab. The snapshot holds the questions as asked, or what makes the evidence, so that any score can be explained years later. */
export const attempts = pgTable(
  'attempts',
  {
    id: id(),
    enrolmentId: uuid('enrolment_id')
      .notNull()
      .references(() => enrolments.id),
    unitId: text('unit_id').notNull(),
    number: integer('number').notNull(),
    status: text('status').$type<'in_progress' | 'submitted' | 'abandoned'>().notNull(),
    courseVersion: text('course_version').notNull(),
    unitVersion: text('unit_version').notNull(),
    language: text('language').$type<'en' | 'ja'>().notNull(),
    snapshot: jsonb('snapshot').$type<AttemptSnapshot | LabSnapshot>().notNull(),
    startedAt: at('started_at').notNull(),
    submittedAt: at('submitted_at'),
    /** Counts the writes of drafts and responses; a form with an older number comes from a second tab. */
    sequence: integer('sequence').notNull().default(0),
    score: real('score'),
    isPassed: boolean('is_passed'),
  },
  (t) => [
    uniqueIndex('attempts__number__unique').on(t.enrolmentId, t.unitId, t.number),
    uniqueIndex('attempts__open__unique').on(t.enrolmentId, t.unitId).where(sql`${t.status} = 'in_progress'`),
    check('attempts__status', sql`${t.status} in ('in_progress', 'submitted', 'abandoned')`),
    check(
      'attempts__submitted',
      sql`(${t.status} = 'submitted') = (${t.submittedAt} is not null and ${t.score} is not null and ${t.isPassed} is not null)`,
    ),
    check('attempts__score', sql`${t.score} between 0 and 1`),
  ],
)

/** What is chosen but not yet given. */
export const drafts = pgTable(
  'drafts',
  {
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id),
    /** Index of the question in the snapshot, from 0. */
    position: integer('position').notNull(),
    value: jsonb('value').$type<ResponseValue>().notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.attemptId, t.position] })],
)

/** What a learner has put together in a lab. It changes until the attempt ends, and never after that; then it holds what it came to as well. */
export const caseFiles = pgTable('case_files', {
  attemptId: uuid('attempt_id')
    .primaryKey()
    .references(() => attempts.id),
  content: jsonb('content').$type<GivenFile>().notNull(),
  updatedAt: at('updated_at').notNull(),
})

/** A record: what the learner gave. */
export const responses = pgTable(
  'responses',
  {
    id: id(),
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id),
    position: integer('position').notNull(),
    /** Of the question of a quiz, or the task of a lab. */
    questionId: text('question_id').notNull(),
    value: jsonb('value').$type<ResponseValue | TaskResponse>().notNull(),
    certainty: text('certainty').$type<Certainty>().notNull(),
    score: real('score').notNull(),
    respondedAt: at('responded_at').notNull(),
  },
  (t) => [
    uniqueIndex('responses__position__unique').on(t.attemptId, t.position),
    index('responses__question_id').on(t.questionId),
    check('responses__score', sql`${t.score} between 0 and 1`),
    check('responses__certainty', sql`${t.certainty} in ('guessing', 'fairly_sure', 'certain')`),
  ],
)

/** A record: a unit, or (without unit) the course, completed. */
export const completions = pgTable(
  'completions',
  {
    id: id(),
    enrolmentId: uuid('enrolment_id')
      .notNull()
      .references(() => enrolments.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    courseId: text('course_id').notNull(),
    /** null: the course itself. */
    unitId: text('unit_id'),
    /** Hash of the unit, or of the course version. */
    version: text('version').notNull(),
    score: real('score'),
    completedAt: at('completed_at').notNull(),
    /** On the completion of a course: the random code in its certificate's address. */
    certificateCode: text('certificate_code').unique(),
  },
  (t) => [
    // The course itself counts once as well; and an enrolment's completions are found by it.
    unique('completions__unit__unique').on(t.enrolmentId, t.unitId).nullsNotDistinct(),
    index('completions__person_id').on(t.personId),
    check('completions__score', sql`${t.score} between 0 and 1`),
    check('completions__certificate', sql`(${t.unitId} is null) = (${t.certificateCode} is not null)`),
  ],
)
