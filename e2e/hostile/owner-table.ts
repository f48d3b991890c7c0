/** What could be somebody else's: in the addresses of routes, in what small writes are sent, in the fields of forms. */

/** A thing that is somebody's, or of one branch. */
export const belongings = [
  'group',
  'emptyGroup',
  'closedGroup',
  'person',
  'codeless',
  'holder',
  'address',
  'list',
  'assignment',
  'enrolment',
  'leave',
  'grant',
  'session',
  'attempt',
  'labAttempt',
  'givenLab',
] as const
export type Belonging = (typeof belongings)[number]

/** The parameters of routes that name such a thing; a new one has to be put here or below. */
export const ownedParameters: Record<string, Belonging> = {
  person: 'person',
  group: 'group',
  list: 'list',
  assignment: 'assignment',
  enrolment: 'enrolment',
  attempt: 'givenLab',
}

/** The others, with the reason why nobody is kept from them. */
export const openParameters: Record<string, string> = {
  language: 'a language is nobody’s',
  case: 'everybody reads every dossier',
  course: 'everybody reads every course; what somebody did in it is asked for by other names',
  unit: 'as the course',
  token: 'a link is whose it is that holds it: nobody can guess one',
  code: 'a certificate is shown to whoever was given its address',
}

/** Query parameters by which pages are asked for something of a branch. */
export const ownedQueries: { path: string; query: string; of: Belonging }[] = [
  { path: '/admin/people', query: 'group', of: 'group' },
  { path: '/admin/people/codes', query: 'group', of: 'group' },
  { path: '/admin/people/codes', query: 'person', of: 'codeless' },
  { path: '/admin/people', query: 'q', of: 'address' },
  { path: '/admin/lists/[list]', query: 'q', of: 'address' },
  { path: '/admin/assignments/new', query: 'to=some&group', of: 'group' },
  { path: '/admin/assignments/new', query: 'to=some&list', of: 'list' },
  { path: '/admin/assignments/new', query: 'to=some&person', of: 'person' },
  { path: '/admin/assignments/new', query: 'find', of: 'address' },
  { path: '/admin/audit-log', query: 'subject', of: 'person' },
  { path: '/admin/audit-log', query: 'actor', of: 'address' },
  { path: '/reports', query: 'group', of: 'group' },
  { path: '/reports/courses/[course]', query: 'group', of: 'group' },
  { path: '/reports/courses/[course]', query: 'search', of: 'address' },
  { path: '/reports/courses/[course]/export', query: 'group', of: 'group' },
]

/** The small writes: the attempt that each is about; null where it acts on what is one's own in the course of its address. */
export const smallWrites: Record<string, { attempt: 'attempt' | 'labAttempt' | null; fields?: Record<string, string> }> = {
  '/account/seen': { attempt: null },
  '/courses/[course]/[unit]/attempt': { attempt: null, fields: { kind: 'lab' } },
  '/courses/[course]/[unit]/case-file': { attempt: 'labAttempt', fields: { mark: 'access-1', reason: 'at night' } },
  '/courses/[course]/[unit]/decision': { attempt: null, fields: { decision: 'd1', choice: '1' } },
  '/courses/[course]/[unit]/draft': { attempt: 'attempt', fields: { position: '0', kind: 'one-choice', choice: 'a' } },
  '/courses/[course]/[unit]/hint': { attempt: 'labAttempt' },
  '/courses/[course]/[unit]/place': { attempt: null, fields: { part: 'p1' } },
  '/courses/[course]/[unit]/response': {
    attempt: 'attempt',
    fields: { position: '0', kind: 'one-choice', choice: 'a', certainty: 'certain' },
  },
  '/courses/[course]/[unit]/submission': { attempt: 'labAttempt' },
}

export interface ActionRow {
  /** The page that its form stands on. */
  page: string
  /** The form holds this, and not that. */
  holding: string
  without?: string
  /** Fields that name a thing of somebody's. */
  fields: Record<string, Belonging>
  /** What else is filled in, so that nothing but the owner keeps it from being done. */
  fill?: Record<string, string>
  /** Who tries; an admin of another branch where it is not said. */
  asker?: 'otherLearner' | 'nobody'
  /** The page as the owner sees it, where the form is shown to no one else. */
  foundAt?: string
}

const person = '/admin/people/[person]'
const list = '/admin/lists/[list]'
const assignment = '/admin/assignments/[assignment]'
const enrolment = `${assignment}/[enrolment]`
const days = { startsOn: '2031-02-03', endsOn: '2031-02-07' }
const extension = { dueOn: '2031-02-03', reason: 'workload', note: '' }
const account = { page: person, holding: 'button[name=deed]', fields: { personId: 'person' } } as const

/** Every server action; a text tells why there is nothing of somebody else's in it. */
export const actions: Record<string, ActionRow | ActionRow[] | string> = {
  addPerson: {
    page: '/admin/people/new',
    holding: '[name=employeeNumber]',
    fields: { homeGroupId: 'group', supervisor: 'address' },
    fill: { name: 'Somebody', employeeNumber: 'S-1' },
  },
  changePerson: { page: person, holding: '[name=sortName]', fields: { personId: 'person', homeGroupId: 'group', supervisor: 'address' } },
  changeAccount: ['invite', 'deactivate', 'reactivate'].map((deed) => ({ ...account, fill: { deed } })),
  addLeave: { page: person, holding: '[name=startsOn]', fields: { personId: 'person' }, fill: days },
  dropLeave: { page: person, holding: '[name=leaveId]', fields: { leaveId: 'leave' } },
  giveRole: {
    page: person,
    holding: '[name=role]',
    fields: { personId: 'person', groupId: 'group' },
    fill: { role: 'reviewer', endsOn: '' },
    foundAt: person,
  },
  takeRole: { page: person, holding: '[name=grantId]', fields: { grantId: 'grant' }, foundAt: '/admin/people/[holder]' },
  makeCodes: { page: '/admin/people/codes', holding: '[name=personId]', fields: { personId: 'codeless' } },
  addGroup: { page: '/admin/groups', holding: '[name=parentId]', fields: { parentId: 'group' }, fill: { name: 'Tool room' } },
  nameGroup: { page: '/admin/groups/[group]', holding: '[name=name]', fields: { groupId: 'group' }, fill: { name: 'Tool room' } },
  hangGroup: { page: '/admin/groups/[group]', holding: '[name=parentId]', fields: { groupId: 'group', parentId: 'group' } },
  endGroup: {
    page: '/admin/groups/[emptyGroup]',
    holding: '[name=groupId]',
    without: '[name=name],[name=parentId]',
    fields: { groupId: 'emptyGroup' },
  },
  openGroup: {
    page: '/admin/groups/[closedGroup]',
    holding: '[name=groupId]',
    without: '[name=name],[name=parentId]',
    fields: { groupId: 'closedGroup' },
  },
  addList: { page: '/admin/lists', holding: '[name=groupId]', fields: { groupId: 'group' }, fill: { name: 'Crane drivers' } },
  nameList: { page: list, holding: '[name=name]', fields: { listId: 'list' }, fill: { name: 'Crane drivers' } },
  dropFromList: { page: list, holding: '[name=personId]', fields: { listId: 'list', personId: 'person' } },
  endList: { page: list, holding: '[name=listId]', without: '[name=name],[name=people],[name=personId]', fields: { listId: 'list' } },
  fillList: [
    { page: list, holding: 'textarea[name=people]', fields: { listId: 'list' }, fill: { people: 'R-0' } },
    { page: list, holding: 'textarea[name=people]', fields: { people: 'person' } },
    { page: list, holding: 'textarea[name=people]', fields: { people: 'address' } },
  ],
  assign: {
    page: '/admin/assignments/new?to=some&course=who-says-so&person=[holder]',
    holding: '[name=to]',
    fields: { person: 'person', group: 'group', list: 'list' },
    fill: { to: 'some' },
  },
  cancel: { page: assignment, holding: '[name=assignmentId]', without: '[name=dueOn]', fields: { assignmentId: 'assignment' } },
  extendAll: { page: assignment, holding: '[name=dueOn]', fields: { assignmentId: 'assignment' }, fill: extension },
  extendOne: { page: enrolment, holding: '[name=dueOn]', fields: { enrolmentId: 'enrolment' }, fill: extension },
  waiveOne: {
    page: enrolment,
    holding: '[name=enrolmentId]',
    without: '[name=dueOn]',
    fields: { enrolmentId: 'enrolment' },
    fill: { reason: 'other', note: '' },
  },
  endOne: { page: '/account', holding: '[name=sessionId]', fields: { sessionId: 'session' }, asker: 'otherLearner' },
  signIn: {
    page: '/sign-in',
    holding: '[name=identifier]',
    fields: { identifier: 'address' },
    fill: { password: 'a guess' },
    asker: 'nobody',
  },
  sendLink: { page: '/reset-password', holding: '[name=email]', fields: { email: 'address' }, asker: 'nobody' },

  saveLanguageAndTime: 'acts on whoever asks',
  savePassword: 'acts on whoever asks',
  endOthers: 'acts on whoever asks',
  leave: 'acts on whoever asks',
  leaveQuietly: 'acts on whoever asks',
  beginCourse: 'acts on whoever asks; courses are for everybody',
  finishLesson: 'acts on whoever asks; lessons are for everybody',
  acceptVersion: 'courses are the whole organisation’s',
  saveOrganisation: 'there is one organisation',
  saveGuidance: 'there is one organisation',
  saveReading: 'there is one organisation',
  join: 'a link is whose it is that holds it',
  setPassword: 'a link is whose it is that holds it',
  openCode: 'a code is whose it is that holds it',
  setUp: 'a link is whose it is that holds it',
  makeDemo: 'a link is whose it is that holds it',
}
