import { beforeAll, expect, test } from 'vitest'
import { auditDetails, people } from '#db/schema/index'
import { loadContent } from '#services/catalogue/load-content'
import { testCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { askedIn, enrol, quiz, right, takeQuiz } from '#testing/learner'
import { judge } from './judge.ts'
import { Ledger } from './ledger.ts'

const { db } = await testDatabase()
const ledger = new Ledger()
let attemptId = ''
let email = ''

beforeAll(async () => {
  const { rootId } = await makeOrganisation(db)
  await loadContent(db, testNow, [testCourse])
  const person = await makePerson(db, { groupId: rootId })
  email = person.email ?? ''
  const learner = await callerFor(db, person.id)
  await enrol(learner)
  ;({ attemptId } = await takeQuiz(learner, right))
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

test('a deed without its event, and an event without its details, are noticed', async () => {
  const before = (await judge(db, ledger)).doubled.length
  await db.update(people).set({ email: 'added-7@soak.example' })
  await db.delete(auditDetails)
  const { doubled } = await judge(db, ledger)
  expect(doubled).toHaveLength(before + 2)
  expect(doubled).toContain('person.create events: 0, but 1 rows')
  expect(doubled.find((text) => text.startsWith('details of events'))).toBeDefined()
})
