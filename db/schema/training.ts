import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, real, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { CourseVersion } from '#domain/catalogue/types'
import type { Closing, ExtensionReason, WaiverReason } from '#domain/enrolments/reasons'
import { at, id } from './columns.ts'
import { groups, lists, people } from './people.ts'

/** A record: an immutable course version, named by the hash of its content. */
export const courseVersions = pgTable(
  'course_versions',
  {
    hash: text('hash').primaryKey(),
    courseId: text('course_id').notNull(),
    content: jsonb('content').$type<CourseVersion>().notNull(),
    loadedAt: at('loaded_at').notNull(),
  },
  (t) => [index('course_versions__course_id').on(t.courseId, t.loadedAt)],
)

/** Which version of each course new enrolments get. A newly loaded version waits here until it is accepted. */
export const courses = pgTable('courses', {
  id: text('id').primaryKey(),
  currentHash: text('current_hash')
    .notNull()
    .references(() => courseVersions.hash),
  /** The version last loaded; differs from `currentHash` while it waits for acceptance. */
  loadedHash: text('loaded_hash')
    .notNull()
    .references(() => courseVersions.hash),
  publishedAt: at('published_at').notNull(),
  publishedBy: uuid('published_by'),
})

/** An admin's order: this course, this audience, this date. */
export const assignments = pgTable(
  'assignments',
  {
    id: id(),
    courseId: text('course_id')
      .notNull()
      .references(() => courses.id),
    /** The lowest group whose branch holds everybody meant: who may see and cancel it. */
    groupId: uuid('group_id')
      .notNull()
      .references(() => groups.id),
    /** The last day on which a completion is in time, in the organisation's zone; null: no date. */
    dueOn: date('due_on'),
    createdAt: at('created_at').notNull(),
    createdBy: uuid('created_by').notNull(),
    cancelledAt: at('cancelled_at'),
    cancelledBy: uuid('cancelled_by'),
  },
  (t) => [
    index('assignments__created_at').on(t.createdAt),
    check('assignments__cancelled', sql`(${t.cancelledAt} is null) = (${t.cancelledBy} is null)`),
  ],
)

/** Whom an assignment names: each row one person, one group with all beneath it, or one list. */
export const assignmentAudiences = pgTable(
  'assignment_audiences',
  {
    id: id(),
    assignmentId: uuid('assignment_id')
      .notNull()
      .references(() => assignments.id),
    personId: uuid('person_id').references(() => people.id),
    groupId: uuid('group_id').references(() => groups.id),
    listId: uuid('list_id').references(() => lists.id),
  },
  (t) => [
    index('assignment_audiences__assignment_id').on(t.assignmentId),
    check('assignment_audiences__one', sql`num_nonnulls(${t.personId}, ${t.groupId}, ${t.listId}) = 1`),
  ],
)

/**
 * One person's passage through one course: also the summary that reports read (person x course), written with each event.
 * Open means `closed_at` is null; at most one is open per person and course.
 */
export const enrolments = pgTable(
  'enrolments',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    courseId: text('course_id')
      .notNull()
      .references(() => courses.id),
    courseVersion: text('course_version')
      .notNull()
      .references(() => courseVersions.hash),
    /** null: started by the learner from the catalogue. */
    assignmentId: uuid('assignment_id').references(() => assignments.id),
    cycle: integer('cycle').notNull(),
    enrolledAt: at('enrolled_at').notNull(),
    /** The day set by the assignment or the last extension, before leave is added; null: no date. */
    dueOn: date('due_on'),
    /** The end of the due day with leave added, in the organisation's zone: what `overdue` is computed from. */
    dueAt: at('due_at'),
    startedAt: at('started_at'),
    unitsDone: integer('units_done').notNull().default(0),
    /** Mean of the best scores of the course's quizzes and labs, 0..1; set with the completion. */
    score: real('score'),
    closedAt: at('closed_at'),
    closedAs: text('closed_as').$type<Closing>(),
  },
  (t) => [
    uniqueIndex('enrolments__open__unique').on(t.personId, t.courseId).where(sql`${t.closedAt} is null`),
    uniqueIndex('enrolments__cycle__unique').on(t.personId, t.courseId, t.cycle),
    index('enrolments__course_id').on(t.courseId, t.personId),
    // Most people pass through a course once: those who repeat it are looked up apart.
    index('enrolments__repeated').on(t.courseId).where(sql`${t.cycle} > 1`),
    index('enrolments__assignment_id').on(t.assignmentId),
    check('enrolments__closed', sql`(${t.closedAt} is null) = (${t.closedAs} is null)`),
    check('enrolments__closed_as', sql`${t.closedAs} in ('completed', 'waived', 'cancelled')`),
    check('enrolments__score', sql`${t.score} between 0 and 1`),
    check('enrolments__due', sql`(${t.dueOn} is null) = (${t.dueAt} is null)`),
  ],
)

/** A record: completed without doing it. The note, if any, is in the audit event's erasable details. */
export const waivers = pgTable(
  'waivers',
  {
    id: id(),
    enrolmentId: uuid('enrolment_id')
      .notNull()
      .unique()
      .references(() => enrolments.id),
    reason: text('reason').$type<WaiverReason>().notNull(),
    grantedAt: at('granted_at').notNull(),
    grantedBy: uuid('granted_by').notNull(),
  },
  (t) => [check('waivers__reason', sql`${t.reason} in ('earlier_training', 'not_applicable', 'other')`)],
)

/** A record: a due date moved for one enrolment. */
export const extensions = pgTable(
  'extensions',
  {
    id: id(),
    enrolmentId: uuid('enrolment_id')
      .notNull()
      .references(() => enrolments.id),
    fromDueOn: date('from_due_on'),
    toDueOn: date('to_due_on').notNull(),
    reason: text('reason').$type<ExtensionReason>().notNull(),
    decidedAt: at('decided_at').notNull(),
    decidedBy: uuid('decided_by').notNull(),
  },
  (t) => [
    index('extensions__enrolment_id').on(t.enrolmentId),
    check('extensions__later', sql`${t.fromDueOn} is null or ${t.toDueOn} > ${t.fromDueOn}`),
    check('extensions__reason', sql`${t.reason} in ('absence', 'workload', 'technical', 'other')`),
  ],
)
