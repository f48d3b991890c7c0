/**
 * Who may do what: the only place that knows. A permission gives each role a reach; a person's reaches add up.
 * Reach says *whose* rows: one's own, one's direct reports', a branch of the tree of home groups, or everybody's.
 */

export const roles = ['reviewer', 'auditor', 'admin', 'owner'] as const
/** The roles that are granted. Every active person is a learner besides. */
export type Role = (typeof roles)[number]

/** `organisation` is `all` for a grant over the whole organisation and nothing for a grant over a branch. */
export type ReachKind = 'own' | 'reports' | 'branch' | 'organisation' | 'all'

type Column = 'learner' | 'supervisor' | Role | 'system' | 'anonymous'
type Row = Partial<Record<Column, ReachKind>>

const seesPeople: Row = { reviewer: 'branch', auditor: 'branch', admin: 'branch' }
const managesBranch: Row = { admin: 'branch' }

/** permission x role -> reach; what is not written is none. */
export const policy = {
  'course.read': { learner: 'all' },
  'case.read': { learner: 'all' },
  'course.load': { system: 'all' },
  'course.publish': { admin: 'organisation', owner: 'all' },

  'enrolment.start': { learner: 'own' },
  'enrolment.read': { learner: 'own', supervisor: 'reports', ...seesPeople },
  'enrolment.cancel': managesBranch,
  'attempt.start': { learner: 'own' },
  'attempt.read': { learner: 'own' },
  'attempt.respond': { learner: 'own' },
  'response.read': { learner: 'own', reviewer: 'branch' },
  'certificate.read': { learner: 'own', reviewer: 'branch', auditor: 'branch', admin: 'branch' },
  'certificate.verify': { anonymous: 'all', learner: 'all' },

  'assignment.read': managesBranch,
  'assignment.create': managesBranch,
  'assignment.cancel': managesBranch,
  'waiver.grant': managesBranch,
  'extension.decide': { admin: 'branch', supervisor: 'reports' },

  'group.read': { ...seesPeople, owner: 'all' },
  'group.manage': { admin: 'branch', owner: 'all' },
  'person.read': { ...seesPeople, owner: 'all' },
  'person.manage': { admin: 'branch', owner: 'all', system: 'all' },

  'report.read': seesPeople,
  'report.export': { reviewer: 'branch', auditor: 'branch' },
  'audit.read': { ...seesPeople, owner: 'all' },

  'role.grant': { owner: 'all' },
  'settings.read': { admin: 'branch', owner: 'all' },
  'settings.manage': { owner: 'all' },
  'guidance.manage': { admin: 'organisation', owner: 'all' },

  'setup.open': { system: 'all' },
  'setup.complete': { anonymous: 'all', learner: 'all' },
  'session.create': { anonymous: 'all', learner: 'all' },
  'session.read': { learner: 'own' },
  'session.end': { learner: 'own' },
  'account.manage': { learner: 'own' },
  'token.spend': { anonymous: 'all', learner: 'all' },
  'mail.send': { system: 'all' },
  'organisation.restore': { system: 'all' },
} as const satisfies Record<string, Row>

export type Permission = keyof typeof policy
export const permissions = Object.keys(policy) as Permission[]

export interface Grant {
  role: Role
  /** The group whose branch it covers; null for the whole organisation. */
  groupId: string | null
}

export interface PersonActor {
  kind: 'person'
  id: string
  sessionId: string
  name: string
  language: 'en' | 'ja'
  /** IANA name: the person's own, else the organisation's. */
  timeZone: string
  /** Live grants only: not revoked, not past their end. */
  grants: Grant[]
  isSupervisor: boolean
}
export type Actor = { kind: 'anonymous' } | { kind: 'system' } | PersonActor

/** Whose rows an actor may touch with one permission. All fields empty: none. */
export interface Reach {
  all: boolean
  /** Groups whose branches are within reach. */
  branches: string[]
  /** The person whose own rows are within reach. */
  own: string | null
  /** The person whose direct reports are within reach. */
  reportsOf: string | null
}

const nothing: Reach = { all: false, branches: [], own: null, reportsOf: null }

function columnsOf(actor: Actor): { column: Column; groupId: string | null; personId: string | null }[] {
  if (actor.kind !== 'person') return [{ column: actor.kind, groupId: null, personId: null }]
  const own = { groupId: null, personId: actor.id }
  return [
    { column: 'learner', ...own },
    ...(actor.isSupervisor ? [{ column: 'supervisor' as const, ...own }] : []),
    ...actor.grants.map((grant) => ({ column: grant.role, groupId: grant.groupId, personId: actor.id })),
  ]
}

function widen(reach: Reach, kind: ReachKind, groupId: string | null, personId: string | null): Reach {
  if (kind === 'all') return { ...reach, all: true }
  if (kind === 'own') return { ...reach, own: personId }
  if (kind === 'reports') return { ...reach, reportsOf: personId }
  if (groupId === null) return { ...reach, all: true }
  return kind === 'branch' ? { ...reach, branches: [...reach.branches, groupId] } : reach
}

/** The sum of the reaches that an actor's roles give for a permission. */
export function reachOf(actor: Actor, permission: Permission): Reach {
  const row: Row = policy[permission]
  return columnsOf(actor).reduce((reach, { column, groupId, personId }) => {
    const kind = row[column]
    return kind ? widen(reach, kind, groupId, personId) : reach
  }, nothing)
}

export function isNone(reach: Reach): boolean {
  return !reach.all && reach.branches.length === 0 && reach.own === null && reach.reportsOf === null
}

/** What a permission is asked about. Leave out what does not apply: a subject without person and group is the organisation's. */
export interface Subject {
  personId?: string | null
  supervisorId?: string | null
  /** Ids of the group and of all groups above it, root first. */
  groupPath?: readonly string[]
}

export function isWithin(reach: Reach, subject: Subject): boolean {
  if (reach.all) return true
  if (reach.own !== null && subject.personId === reach.own) return true
  if (reach.reportsOf !== null && subject.supervisorId === reach.reportsOf) return true
  return subject.groupPath?.some((group) => reach.branches.includes(group)) ?? false
}

/** May this actor do this to that? */
export function can(actor: Actor, permission: Permission, subject: Subject): boolean {
  return isWithin(reachOf(actor, permission), subject)
}

/** Has the actor any reach at all? For hiding what would be refused anyway; the verb decides. */
export function mayEver(actor: Actor, permission: Permission): boolean {
  return !isNone(reachOf(actor, permission))
}
