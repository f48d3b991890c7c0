import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { auditDetails, people } from '#db/schema/index'
import type { Caller } from '#services/caller'
import { loadContent } from '#services/catalogue/load-content'
import { saveCaseFile } from '#services/labs/save-case-file'
import { startLab } from '#services/labs/start-lab'
import { submitLab } from '#services/labs/submit-lab'
import { takeHint } from '#services/labs/take-hint'
import { testCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { borrowedBadge } from '#testing/labs/borrowed-badge'
import { enrolInLab, lab, labCourse, solvingChanges, worldIn } from '#testing/labs/lab-course'
import { askedIn, enrol, quiz, right, takeQuiz } from '#testing/learner'
import { judge } from './judge.ts'
import { Ledger } from './ledger.ts'

const { db } = await testDatabase()
const ledger = new Ledger()
let attemptId = ''
let labId = ''
let rootId = ''
let email = ''

/** Takes a lab change by change, as in the browser, with one hint; and keeps account of it. */
async function takeLab(learner: Caller): Promise<string> {
  await enrolInLab(learner)
  const { id } = await startLab(learner, lab)
  let sequence = 0
  for (const change of solvingChanges(await worldIn(learner, id))) {
    ;({ sequence } = await saveCaseFile(learner, { attemptId: id, sequence, changes: [change] }))
    if (change.do === 'mark') ledger.acknowledge('mark', `${id} ${change.row}`, change.reason)
    if (change.do !== 'respond') continue
    ledger.acknowledge('task', `${id} ${change.task}`, JSON.stringify({ given: change.given, certainty: change.certainty }))
  }
  ;({ sequence } = await takeHint(learner, { attemptId: id, sequence }))
  ledger.acknowledge('hint', id, '1')
  const { score, given } = await submitLab(learner, { attemptId: id, sequence })
  ledger.acknowledge('submission', id, String(score))
  for (const [position, { id: task }] of borrowedBadge.tasks.entries())
    ledger.acknowledge('response', `${id} ${position}`, JSON.stringify(given.tasks[task]?.given))
  return id
}

beforeAll(async () => {
  ;({ rootId } = await makeOrganisation(db))
  await loadContent(db, testNow, [testCourse, labCourse])
  const person = await makePerson(db, { groupId: rootId })
  email = person.email ?? ''
  const learner = await callerFor(db, person.id)
  await enrol(learner)
  ;({ attemptId } = await takeQuiz(learner, right))
  labId = await takeLab(learner)
  ledger.acknowledge('enrolment', email)
  ledger.acknowledge('attempt', attemptId, `${email} ${quiz.unitId}`)
  for (const [position, asked] of (await askedIn(learner, attemptId)).entries())
    ledger.acknowledge('response', `${attemptId} ${position}`, JSON.stringify(right(asked)))
})

test('what was told and is there is neither lost nor doubled', async () => {
  const { lost, counts } = await judge(db, ledger)
  expect(lost).toEqual([])
  expect(counts['response']?.acknowledged).toBeGreaterThan(2)
  expect(counts['response']?.saved).toBe(counts['response']?.acknowledged)
})

test('what was told and is not there, or is something else, is lost', async () => {
  const wrong = new Ledger()
  wrong.acknowledge('response', `${attemptId} 0`, JSON.stringify({ choices: ['never given'] }))
  wrong.acknowledge('response', `${attemptId} 99`, '{}')
  wrong.acknowledge('session', 'a token nobody has')
  wrong.acknowledge('person', 'added-1@soak.example')
  const { lost } = await judge(db, wrong)
  expect(lost.map((text) => text.split(':')[0])).toEqual([
    'session a token nobody has',
    `response ${attemptId} 0`,
    `response ${attemptId} 99`,
    'person added-1@soak.example',
  ])
})

test('what was done in a lab is there once, and a hint or a score that is another is noticed', async () => {
  const { counts, doubled } = await judge(db, ledger)
  for (const kind of ['mark', 'task', 'hint', 'submission'] as const) {
    expect(counts[kind]?.saved).toBeGreaterThan(0)
    expect(counts[kind]?.saved).toBe(counts[kind]?.acknowledged)
  }
  expect(counts['writes of labs']?.saved).toBeGreaterThan(5)
  expect(doubled.filter((text) => /lab|mark|task|hint|submission/.test(text))).toEqual([])
  const wrong = new Ledger()
  wrong.acknowledge('mark', `${labId} nothing-1`, 'at night')
  wrong.acknowledge('hint', labId, '2')
  wrong.acknowledge('submission', labId, '1')
  expect((await judge(db, wrong)).lost.map((text) => text.split(' ')[0])).toEqual(['mark', 'hint', 'submission'])
  const other = await callerFor(db, (await makePerson(db, { groupId: rootId })).id)
  await enrolInLab(other)
  const { id: attemptId } = await startLab(other, lab)
  const changes = solvingChanges(await worldIn(other, attemptId)).slice(0, 2)
  await saveCaseFile(other, { attemptId, sequence: 0, changes })
  expect((await judge(db, ledger)).doubled.find((text) => text.startsWith('writes of labs'))).toBeDefined()
})

test('a deed without its event, and an event without its details, are noticed', async () => {
  const before = (await judge(db, ledger)).doubled.length
  await db.update(people).set({ email: 'added-7@soak.example' }).where(eq(people.email, email))
  await db.delete(auditDetails)
  const { doubled } = await judge(db, ledger)
  expect(doubled).toHaveLength(before + 2)
  expect(doubled).toContain('person.create events: 0, but 1 rows')
  expect(doubled.find((text) => text.startsWith('details of events'))).toBeDefined()
})
