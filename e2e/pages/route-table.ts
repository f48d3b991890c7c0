import type { Role } from '../installation.ts'

/** Whoever asks: one of the cast, or somebody who is not signed in. */
export const askers = [
  'nobody',
  'learner',
  'otherLearner',
  'reviewer',
  'branchReviewer',
  'branchAdmin',
  'admin',
  'owner',
] as const satisfies readonly (Role | 'nobody')[]
export type Asker = (typeof askers)[number]

/** `sign in`: a redirect to the sign-in page; a path: a redirect to it; else the status itself. */
type Answer = 'sign in' | 'training' | 'admin/audit-log' | 200 | 303 | 403 | 404 | 405

interface Route {
  /** The folder below `app/`, without route groups: the address with its parameters. */
  path: string
  answers: Partial<Record<Asker, Answer>>
  /** To everybody not named. */
  otherwise: Answer
}

const page = (path: string, otherwise: Answer, answers: Route['answers']): Route => ({
  path,
  otherwise,
  answers: { nobody: 'sign in', ...answers },
})
const route = (path: string, otherwise: Answer, answers: Route['answers'] = {}): Route => ({ path, otherwise, answers })

const everywhere = { branchAdmin: 200, admin: 200, owner: 200 } as const
/** Something of the works: an admin of another branch does not find it. The owner of the cast holds the roles admin and reviewer too. */
const works = { admin: 200, owner: 200 } as const
const readers = { reviewer: 200, branchReviewer: 200, branchAdmin: 200, admin: 200, owner: 200 } as const
const readersOfWorks = { reviewer: 200, admin: 200, owner: 200 } as const

/**
 * Every route with the exact answer to a GET by each asker. `[person]` is the learner, `[group]` and `[assignment]` those of the works,
 * `[attempt]` one of the owner's.
 */
export const routeTable: Route[] = [
  route('/', 'training'),
  page('/training', 200, {}),
  page('/account', 200, {}),
  route('/account/seen', 405),
  page('/cases', 200, {}),
  page('/cases/[case]', 200, {}),
  page('/courses/[course]', 200, {}),
  page('/courses/[course]/[unit]', 200, {}),
  route('/courses/[course]/[unit]/attempt', 405),
  route('/courses/[course]/[unit]/response', 405),
  route('/courses/[course]/[unit]/draft', 405),
  route('/courses/[course]/[unit]/place', 405),
  route('/courses/[course]/[unit]/decision', 405),
  route('/courses/[course]/[unit]/case-file', 405),
  route('/courses/[course]/[unit]/hint', 405),
  route('/courses/[course]/[unit]/submission', 405),

  page('/admin', 404, { reviewer: 'admin/audit-log', branchReviewer: 'admin/audit-log', ...everywhere }),
  page('/admin/people', 404, everywhere),
  page('/admin/people/new', 404, everywhere),
  page('/admin/people/codes', 404, everywhere),
  page('/admin/people/[person]', 404, works),
  page('/admin/groups', 404, { reviewer: 200, branchReviewer: 200, ...everywhere }),
  page('/admin/groups/[group]', 404, { reviewer: 200, ...works }),
  page('/admin/lists', 404, everywhere),
  page('/admin/lists/[list]', 404, works),
  page('/admin/assignments', 404, everywhere),
  page('/admin/assignments/new', 404, everywhere),
  page('/admin/assignments/[assignment]', 404, works),
  page('/admin/assignments/[assignment]/[enrolment]', 404, works),
  page('/admin/courses', 404, everywhere),
  page('/admin/courses/[course]', 404, everywhere),
  page('/admin/settings', 404, everywhere),
  page('/admin/audit-log', 404, readers),

  page('/reports', 404, readers),
  page('/reports/courses/[course]', 404, readers),
  route('/reports/courses/[course]/export', 403, { nobody: 'sign in', reviewer: 200, branchReviewer: 200, owner: 200 }),
  page('/reports/groups/[group]', 404, readersOfWorks),
  page('/reports/people/[person]', 404, readersOfWorks),

  // The owner's own.
  page('/reports/labs/[attempt]', 404, { reviewer: 200, owner: 200 }),
  page('/reports/groups/[group]/[course]/[unit]', 404, readersOfWorks),

  // The preview of content is for the development server alone.
  route('/preview', 404),
  route('/preview/changes', 404),
  route('/preview/[language]', 404),
  route('/preview/[language]/courses/[course]', 404),
  route('/preview/[language]/units/[unit]', 404),
  route('/preview/[language]/cases/[case]', 404),

  route('/sign-in', 'training', { nobody: 200 }),
  route('/sign-in/session', 405),
  route('/reset-password', 200),
  route('/reset-password/[token]', 200),
  route('/invite', 200),
  route('/invite/[token]', 200),
  route('/setup', 404),
  route('/setup/demo', 404),
  route('/certificates/[code]', 404),
  route('/language', 405),
  route('/api/health', 200),
  route('/api/ready', 200),
]
