import { lab } from './labs/lab-course.ts'
import { courseId, lesson, quiz } from './learner.ts'
import type { VerbWorld } from './verb-world.ts'
import type { Persona } from './world.ts'

/** `ok`, a kind of refusal, or the reason of a conflict. */
export type Answer = string

interface Row {
  input: (world: VerbWorld) => unknown
  /** The answer to everybody whom `answers` does not name. */
  otherwise: Answer
  answers: Partial<Record<Persona, Answer>>
}

type Input = Row['input']
const none: Input = () => ({})
const row = (answers: Row['answers'], otherwise: Answer, input: Input): Row => ({ input, otherwise, answers })

/** Everybody who is signed in, for themselves. */
const signedIn = (input: Input = none) => row({ nobody: 'forbidden' }, 'ok', input)
/** Only the learner whose it is. */
const learners = (input: Input, answer: Answer = 'ok') => row({ nobody: 'forbidden', learner: answer }, 'not found', input)
/** Those who manage the works: an admin of another branch does not find it there. */
const managers = (input: Input) => row({ branchAdmin: 'not found', admin: 'ok', owner: 'ok' }, 'forbidden', input)
/** Admins, but not the owner. */
const admins = (input: Input) => row({ branchAdmin: 'not found', admin: 'ok' }, 'forbidden', input)
/** Those who manage anything; each sees their own branch. */
const anyManager = (input: Input = none) => row({ branchAdmin: 'ok', admin: 'ok', owner: 'ok' }, 'forbidden', input)
/** Those who see the works in reports. */
const readers = (input: Input) =>
  row({ reviewer: 'ok', auditor: 'ok', admin: 'ok', branchReviewer: 'not found', branchAdmin: 'not found' }, 'forbidden', input)
const owners = (input: Input) => row({ owner: 'ok' }, 'forbidden', input)
const organisers = (input: Input, answer: Answer = 'ok') => row({ admin: answer, owner: answer }, 'forbidden', input)
/** Everybody, signed in or not. */
const anybody = (input: Input, answer: Answer = 'ok') => row({}, answer, input)
const system = () => row({}, 'forbidden', none)

const personFields = (world: VerbWorld) => ({
  name: 'Hana Ishida',
  sortName: '',
  email: 'hana@kitahama.example',
  employeeNumber: '',
  homeGroupId: world.works.id,
  supervisor: '',
  language: 'en',
  timeZone: '',
})
const audience = (world: VerbWorld) => ({ isEveryone: false, groupIds: [], listIds: [], personIds: [world.newcomerId] })
const device = { userAgent: 'Test', isShared: false, address: '192.0.2.7' }
const later = { dueOn: '2027-01-15', reason: 'workload', note: '' }

export const verbTable: Record<string, Row> = {
  // Courses
  getCourse: signedIn(() => ({ courseId })),
  listCourses: signedIn(),
  listTracks: signedIn(),
  listCases: signedIn(),
  getCase: row({ nobody: 'forbidden' }, 'not found', () => ({ caseId: 'without-dossier' })),
  loadVersion: system(),
  publishCourse: organisers(() => ({ courseId, hash: 'a'.repeat(64) }), 'course_changed'),
  // Learning: everybody their own
  startEnrolment: row({ nobody: 'forbidden', learner: 'already_enrolled' }, 'ok', () => ({ courseId })),
  listMyTraining: signedIn(),
  getMyCourse: signedIn(() => ({ courseId })),
  savePlace: learners(() => ({ ...lesson, part: 'p2' })),
  choose: learners(() => ({ ...lesson, decision: 'badge-at-the-door', choices: ['2'] })),
  completeLesson: learners(() => lesson, 'unit_complete'),
  startAttempt: learners(() => quiz, 'attempt_open'),
  getAttempt: learners((world) => ({ attemptId: world.attemptId, language: 'en' })),
  getResult: row({ nobody: 'forbidden', otherLearner: 'ok' }, 'not found', (world) => ({ attemptId: world.submittedId, language: 'en' })),
  saveDraft: learners((world) => ({ attemptId: world.attemptId, position: 0, sequence: 0, value: world.response })),
  submitResponse: learners((world) => ({
    attemptId: world.attemptId,
    position: 0,
    sequence: 0,
    value: world.response,
    certainty: 'certain',
  })),
  startLab: row({ nobody: 'forbidden', learner: 'lab_open', otherLearner: 'ok' }, 'not found', () => lab),
  getLab: learners((world) => ({ attemptId: world.labAttemptId, language: 'en' })),
  saveCaseFile: learners((world) => ({
    attemptId: world.labAttemptId,
    sequence: 0,
    changes: [{ do: 'mark', row: 'readings-1', reason: 'at night' }],
  })),
  takeHint: learners((world) => ({ attemptId: world.labAttemptId, sequence: 0 })),
  submitLab: learners((world) => ({ attemptId: world.labAttemptId, sequence: 0 }), 'nothing_given'),
  getDebrief: row({ nobody: 'forbidden', otherLearner: 'ok' }, 'not found', (world) => ({ attemptId: world.labGivenId, language: 'en' })),
  getLabReport: readers((world) => ({ ...lab, groupId: world.works.id, language: 'en' })),
  getReviewed: row({ nobody: 'forbidden', otherLearner: 'ok', reviewer: 'ok' }, 'not found', (world) => ({ attemptId: world.labGivenId })),
  reviewLab: row({ nobody: 'forbidden', otherLearner: 'ok', reviewer: 'ok' }, 'not found', (world) => ({
    attemptId: world.labGivenId,
    language: 'en',
    why: 'conversation',
  })),
  getCertificate: anybody((world) => ({ code: world.certificateCode })),
  // Enrolments of others
  getEnrolment: row({ supervisor: 'ok', branchAdmin: 'not found', admin: 'ok' }, 'forbidden', (world) => ({
    enrolmentId: world.enrolmentId,
  })),
  extendEnrolment: row({ supervisor: 'ok', branchAdmin: 'not found', admin: 'ok' }, 'forbidden', (world) => ({
    enrolmentId: world.enrolmentId,
    ...later,
  })),
  waiveEnrolment: admins((world) => ({ enrolmentId: world.enrolmentId, reason: 'other', note: '' })),
  // Assignments
  createAssignment: admins((world) => ({ courseId, audience: audience(world), dueOn: '2026-12-18' })),
  previewAssignment: admins((world) => ({ courseId, audience: audience(world), dueOn: '2026-12-18' })),
  getAssignment: admins((world) => ({ assignmentId: world.assignmentId })),
  listAssignments: row({ branchAdmin: 'ok', admin: 'ok' }, 'forbidden', none),
  cancelAssignment: admins((world) => ({ assignmentId: world.assignmentId })),
  extendAssignment: row({ supervisor: 'not found', branchAdmin: 'not found', admin: 'ok' }, 'forbidden', (world) => ({
    assignmentId: world.assignmentId,
    ...later,
  })),
  // People
  listPeople: anyManager(),
  searchPeople: anyManager(() => ({ q: 'person' })),
  namePeople: anyManager((world) => ({ personIds: [world.newcomerId] })),
  countAccounts: anyManager(),
  getPerson: managers((world) => ({ personId: world.newcomerId })),
  createPerson: managers(personFields),
  updatePerson: managers((world) => ({ ...personFields(world), personId: world.newcomerId })),
  deactivatePerson: managers((world) => ({ personId: world.newcomerId })),
  reactivatePerson: managers((world) => ({ personId: world.leaverId })),
  invitePerson: managers((world) => ({ personId: world.newcomerId })),
  listCodeless: anyManager(),
  printCodes: managers((world) => ({ personIds: [world.codelessId] })),
  recordLeave: managers((world) => ({ personId: world.newcomerId, startsOn: '2026-12-01', endsOn: '2026-12-04' })),
  removeLeave: managers((world) => ({ leaveId: world.leaveId })),
  grantRole: owners((world) => ({ personId: world.newcomerId, role: 'reviewer', groupId: world.works.id, endsOn: '' })),
  revokeRole: owners((world) => ({ grantId: world.grantId })),
  // Groups and lists
  listGroups: row({ nobody: 'forbidden', learner: 'forbidden', otherLearner: 'forbidden', supervisor: 'forbidden' }, 'ok', none),
  createGroup: managers((world) => ({ parentId: world.works.id, name: 'Tool room' })),
  renameGroup: managers((world) => ({ groupId: world.emptyGroupId, name: 'Tool room' })),
  moveGroup: managers((world) => ({ groupId: world.emptyGroupId, parentId: world.affiliate.id })),
  closeGroup: managers((world) => ({ groupId: world.emptyGroupId })),
  reopenGroup: managers((world) => ({ groupId: world.closedGroupId })),
  listLists: anyManager(),
  getList: managers((world) => ({ listId: world.listId })),
  createList: managers((world) => ({ groupId: world.works.id, name: 'Cleaners' })),
  renameList: managers((world) => ({ listId: world.listId, name: 'Crane drivers' })),
  closeList: managers((world) => ({ listId: world.listId })),
  addToList: managers((world) => ({ listId: world.listId, people: world.newcomerId })),
  removeFromList: managers((world) => ({ listId: world.listId, personId: world.newcomerId })),
  // The organisation
  getSettings: anyManager(),
  updateOrganisation: owners(() => ({
    name: 'Kitahama',
    timeZone: 'Asia/Tokyo',
    language: 'ja',
    contactName: 'Training desk',
    contactEmail: 'training@kitahama.example',
  })),
  updateGuidance: organisers(() => ({ reportToEn: 'Desk 4', reportToJa: '', callEn: '', callJa: '' })),
  decideReading: owners(() => ({ allowed: 'no' })),
  recordRestore: system(),
  // Reports and the audit log
  getOverview: row({ reviewer: 'ok', auditor: 'ok', branchReviewer: 'ok', branchAdmin: 'ok', admin: 'ok' }, 'forbidden', none),
  getCompletionReport: readers(() => ({ course: courseId })),
  getGroupReport: readers((world) => ({ group: world.works.id })),
  getPersonReport: readers((world) => ({ person: world.ids.learner })),
  exportCompletion: row({ reviewer: 'ok', auditor: 'ok', branchReviewer: 'not found' }, 'forbidden', (world) => ({
    course: courseId,
    group: world.works.id,
  })),
  listEvents: row({ reviewer: 'ok', auditor: 'ok', branchReviewer: 'ok', branchAdmin: 'ok', admin: 'ok', owner: 'ok' }, 'forbidden', none),
  // One's own account
  getAccount: signedIn(),
  updateAccount: signedIn(() => ({ language: 'ja' })),
  changePassword: row({ nobody: 'forbidden' }, 'invalid currentPassword', () => ({
    currentPassword: 'not the one',
    password: 'paper boats on a slow canal',
  })),
  listSessions: signedIn(),
  endSession: learners((world) => ({ sessionId: world.sessionId })),
  endOtherSessions: signedIn(),
  // Before signing in
  createSession: anybody(() => ({ identifier: 'nobody@kitahama.example', password: 'a guess', ...device }), 'wrong_credentials'),
  requestReset: anybody(() => ({ email: 'nobody@kitahama.example', address: '192.0.2.7' })),
  findLink: anybody(() => ({ kind: 'invitation', token: 'unknown' })),
  findCode: anybody(() => ({ code: '0000-0000-0000-0000' }), 'invalid code'),
  acceptInvitation: anybody(() => ({ token: 'unknown', password: 'paper boats on a slow canal', ...device }), 'link_closed'),
  resetPassword: anybody(() => ({ token: 'unknown', password: 'paper boats on a slow canal' }), 'link_closed'),
  findSetup: anybody(() => ({ token: 'unknown' }), 'not found'),
  getDemo: anybody(() => ({ token: 'unknown' }), 'not found'),
  orderDemo: anybody(() => ({ token: 'unknown' }), 'link_closed'),
  completeSetup: anybody(
    () => ({
      token: 'unknown',
      organisationName: 'Another',
      timeZone: 'Asia/Tokyo',
      language: 'en',
      name: 'Somebody',
      email: 'somebody@kitahama.example',
      password: 'paper boats on a slow canal',
      ...device,
    }),
    'link_closed',
  ),
  writeMail: system(),
}
