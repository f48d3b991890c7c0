import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, can, isNone, type Permission, type PersonActor, permissions, policy, type Role, reachOf, roles } from './policy.ts'

const branch = 'group-a'
const person = (grants: PersonActor['grants'] = [], isSupervisor = false): PersonActor => ({
  kind: 'person',
  id: 'me',
  sessionId: 'session',
  name: 'Me',
  language: 'en',
  timeZone: 'UTC',
  grants,
  isSupervisor,
})
const holding = (role: Role, groupId: string | null = branch) => person([{ role, groupId }])

/** Whose row is asked about. */
const subjects = {
  mine: { personId: 'me', groupPath: ['root', branch] },
  report: { personId: 'report', supervisorId: 'me', groupPath: ['root', 'group-b'] },
  inBranch: { personId: 'other', groupPath: ['root', branch, 'group-a-1'] },
  elsewhere: { personId: 'other', groupPath: ['root', 'group-b'] },
  organisation: {},
}
type SubjectName = keyof typeof subjects
const allSubjects = Object.keys(subjects) as SubjectName[]

/** What each kind of reach covers, written out apart from the code that computes it. `mine` lies in the branch too. */
const covered: Record<string, SubjectName[]> = {
  none: [],
  own: ['mine'],
  reports: ['report'],
  branch: ['mine', 'inBranch'],
  organisation: [],
  all: allSubjects,
}

describe('each permission for each role', () => {
  const cases = permissions.flatMap((permission) =>
    [...roles, 'supervisor' as const, 'learner' as const].map((column) => ({ permission, column })),
  )
  test.each(cases)('$permission as $column', ({ permission, column }) => {
    const row: Partial<Record<string, string>> = policy[permission]
    const actor = column === 'learner' ? person() : column === 'supervisor' ? person([], true) : holding(column)
    const expected = new Set([...(covered[row.learner ?? 'none'] ?? []), ...(covered[row[column] ?? 'none'] ?? [])])
    for (const name of allSubjects) expect(can(actor, permission, subjects[name]), name).toBe(expected.has(name))
  })
})

test('a grant for the whole organisation covers every branch and the organisation itself', () => {
  for (const role of roles) {
    for (const permission of permissions) {
      const row: Partial<Record<string, string>> = policy[permission]
      const kind = row[role]
      if (kind === undefined) continue
      for (const name of allSubjects)
        expect(can(holding(role, null), permission, subjects[name]), `${role} ${permission} ${name}`).toBe(true)
    }
  }
})

test('nobody who is not signed in may do more than sign in, set up, spend a token and verify a certificate', () => {
  const anonymous: Actor = { kind: 'anonymous' }
  const allowed = permissions.filter((permission) => !isNone(reachOf(anonymous, permission)))
  expect(allowed).toEqual(['certificate.verify', 'setup.complete', 'session.create', 'token.spend'])
})

test('no permission exists to change a response, a completion or an audit event', () => {
  const forbidden = /^(response|completion|audit)\.(?!read$)/
  expect(permissions.filter((permission) => forbidden.test(permission))).toEqual([])
})

test('an auditor sees what a reviewer sees, but not what people chose', () => {
  const seen = (role: Role) =>
    permissions.filter((permission) => (policy[permission] as Partial<Record<string, string>>)[role] !== undefined)
  expect(seen('reviewer').filter((permission) => !seen('auditor').includes(permission))).toEqual(['response.read'])
  expect(seen('auditor').filter((permission) => !seen('reviewer').includes(permission))).toEqual([])
})

describe('laws', () => {
  const grant = fc.record({ role: fc.constantFrom(...roles), groupId: fc.constantFrom(null, 'root', branch, 'group-b', 'group-a-1') })
  const grants = fc.array(grant, { maxLength: 4 })
  const permission = fc.constantFrom<Permission>(...permissions)
  const subject = fc.constantFrom(...allSubjects)

  test('reaches add up: holding two sets of grants allows exactly what either allows', () => {
    fc.assert(
      fc.property(grants, grants, permission, subject, (one, two, asked, name) => {
        const either = can(person(one), asked, subjects[name]) || can(person(two), asked, subjects[name])
        expect(can(person([...one, ...two]), asked, subjects[name])).toBe(either)
      }),
    )
  })

  test('a grant over a group above allows whatever a grant beneath it allows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...roles), permission, subject, (role, asked, name) => {
        if (can(holding(role, 'group-a-1'), asked, subjects[name])) expect(can(holding(role, branch), asked, subjects[name])).toBe(true)
      }),
    )
  })
})
