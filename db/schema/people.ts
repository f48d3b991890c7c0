import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, id } from './columns.ts'

/** The one organisation of this installation. A second row cannot exist, so two racing set-ups have one winner. */
export const organisation = pgTable(
  'organisation',
  {
    id: smallint('id').primaryKey().default(1),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull(),
    language: text('language').$type<'en' | 'ja'>().notNull(),
    /** Guidance that every lesson shows: where to report an incident here, and whom to call. Plain text. */
    reportToEn: text('report_to_en').notNull().default(''),
    reportToJa: text('report_to_ja').notNull().default(''),
    callEn: text('call_en').notNull().default(''),
    callJa: text('call_ja').notNull().default(''),
    /** Whom dossiers name for corrections: a name, such as a team's, and an e-mail address. Both or neither. */
    contactName: text('contact_name'),
    contactEmail: text('contact_email'),
    /** From when on a begun lab may be read by reviewers, as the owner has allowed; null: nobody reads it but whose it is. */
    responsesReadableSince: at('responses_readable_since'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    check('organisation__one_row', sql`${t.id} = 1`),
    check('organisation__language', sql`${t.language} in ('en', 'ja')`),
    check('organisation__contact__whole', sql`(${t.contactName} is null) = (${t.contactEmail} is null)`),
    check('organisation__contact_name', sql`char_length(${t.contactName}) between 1 and 120`),
    check('organisation__contact_email', sql`char_length(${t.contactEmail}) between 3 and 254 and ${t.contactEmail} like '%_@_%'`),
  ],
)

/** The tree of home groups. `path` holds the ids from the root to the group itself. */
export const groups = pgTable(
  'groups',
  {
    id: id(),
    parentId: uuid('parent_id').references((): AnyPgColumn => groups.id),
    name: text('name').notNull(),
    path: uuid('path').array().notNull(),
    createdAt: at('created_at').notNull(),
    /** A closed group takes nobody in and is left out of lists to choose from. */
    closedAt: at('closed_at'),
  },
  (t) => [
    uniqueIndex('groups__one_root').on(sql`(true)`).where(sql`${t.parentId} is null`),
    uniqueIndex('groups__parent_name__unique').on(t.parentId, sql`lower(${t.name})`),
    index('groups__path').using('gin', t.path),
    check('groups__path__ends_in_self', sql`${t.path}[cardinality(${t.path})] = ${t.id}`),
    check(
      'groups__path__parent',
      sql`(${t.parentId} is null and cardinality(${t.path}) = 1) or ${t.path}[cardinality(${t.path}) - 1] = ${t.parentId}`,
    ),
    check('groups__name', sql`char_length(${t.name}) between 1 and 120`),
  ],
)

export const people = pgTable(
  'people',
  {
    id: id(),
    name: text('name').notNull(),
    /** What the person is sorted by: a family name or a reading; the name itself where none is given. */
    sortName: text('sort_name').notNull(),
    email: text('email'),
    employeeNumber: text('employee_number'),
    homeGroupId: uuid('home_group_id')
      .notNull()
      .references(() => groups.id),
    supervisorId: uuid('supervisor_id').references((): AnyPgColumn => people.id),
    language: text('language').$type<'en' | 'ja'>().notNull(),
    timeZone: text('time_zone'),
    passwordHash: text('password_hash'),
    createdAt: at('created_at').notNull(),
    deactivatedAt: at('deactivated_at'),
  },
  (t) => [
    uniqueIndex('people__email__unique').on(sql`lower(${t.email})`),
    uniqueIndex('people__employee_number__unique').on(sql`lower(${t.employeeNumber})`),
    index('people__home_group_id').on(t.homeGroupId),
    index('people__supervisor_id').on(t.supervisorId),
    index('people__sort_name').on(t.sortName, t.id),
    check('people__name', sql`char_length(${t.name}) between 1 and 200`),
    check('people__language', sql`${t.language} in ('en', 'ja')`),
    check('people__email_or_number', sql`${t.email} is not null or ${t.employeeNumber} is not null or ${t.deactivatedAt} is not null`),
    check('people__supervisor__not_self', sql`${t.supervisorId} <> ${t.id}`),
  ],
)

/** Leave between two days, both included: no reminders, and the due date moves by as many days. */
export const leaves = pgTable(
  'leaves',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    createdAt: at('created_at').notNull(),
    createdBy: uuid('created_by').notNull(),
  },
  (t) => [index('leaves__person_id').on(t.personId), check('leaves__order', sql`${t.endsOn} >= ${t.startsOn}`)],
)

export const lists = pgTable(
  'lists',
  {
    id: id(),
    name: text('name').notNull(),
    /** Whose list it is: those who may manage this group's branch see and change it. */
    groupId: uuid('group_id')
      .notNull()
      .references(() => groups.id),
    createdAt: at('created_at').notNull(),
    closedAt: at('closed_at'),
  },
  (t) => [
    uniqueIndex('lists__name__unique').on(t.groupId, sql`lower(${t.name})`).where(sql`${t.closedAt} is null`),
    check('lists__name', sql`char_length(${t.name}) between 1 and 120`),
  ],
)

export const listMembers = pgTable(
  'list_members',
  {
    listId: uuid('list_id')
      .notNull()
      .references(() => lists.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    addedAt: at('added_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.listId, t.personId] }), index('list_members__person_id').on(t.personId)],
)

export const roleGrants = pgTable(
  'role_grants',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role').$type<'reviewer' | 'auditor' | 'admin' | 'owner'>().notNull(),
    /** null: for the whole organisation. */
    groupId: uuid('group_id').references(() => groups.id),
    grantedAt: at('granted_at').notNull(),
    grantedBy: uuid('granted_by'),
    endsAt: at('ends_at'),
    revokedAt: at('revoked_at'),
    revokedBy: uuid('revoked_by'),
  },
  (t) => [
    unique('role_grants__live__unique').on(t.personId, t.role, t.groupId, t.revokedAt).nullsNotDistinct(),
    check('role_grants__role', sql`${t.role} in ('reviewer', 'auditor', 'admin', 'owner')`),
    check('role_grants__owner__whole', sql`${t.role} <> 'owner' or ${t.groupId} is null`),
    check('role_grants__auditor__ends', sql`${t.role} <> 'auditor' or ${t.endsAt} is not null`),
  ],
)

/** A signed-in device. The cookie's token is known here by its SHA-256 only. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: at('created_at').notNull(),
    lastSeenAt: at('last_seen_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    endedAt: at('ended_at'),
    userAgent: text('user_agent').notNull().default(''),
    isShared: boolean('is_shared').notNull().default(false),
  },
  (t) => [index('sessions__person_id').on(t.personId)],
)

/** What keeps guessing and repeating slow: one time for each thing braked, known by a keyed hash. */
export const brakes = pgTable('brakes', { key: text('key').primaryKey(), releasedAt: at('released_at').notNull() }, (t) => [
  index('brakes__released_at').on(t.releasedAt),
])

/** One-time links: known by the SHA-256 of their token, spent once, by POST. */
export const tokens = pgTable(
  'tokens',
  {
    id: id(),
    kind: text('kind').$type<'setup' | 'invitation' | 'reset'>().notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    personId: uuid('person_id').references(() => people.id),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    spentAt: at('spent_at'),
  },
  (t) => [
    index('tokens__person_id').on(t.personId),
    check('tokens__kind', sql`${t.kind} in ('setup', 'invitation', 'reset')`),
    check('tokens__person', sql`(${t.kind} = 'setup') = (${t.personId} is null)`),
  ],
)
