import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Transaction } from '#db/client'
import { attempts, completions, drafts, enrolments, responses } from '#db/schema/index'
import type { AttemptSnapshot } from '#domain/attempts/types'
import { publishTestCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeOrganisation, makePerson } from '#testing/factories'
import { askedIn, enrol, eventsAbout, later, lesson, quiz, readLesson, right, takeQuiz, wrong } from '#testing/learner'
import { saveDraft } from './save-draft.ts'
import { startAttempt } from './start-attempt.ts'
import { submitResponse } from './submit-response.ts'

const { db } = await testDatabase()
let groupId: string
const enrolled = async () => {
  const caller = await callerFor(db, (await makePerson(db, { groupId })).id)
  return { caller, enrolmentId: (await enrol(caller)).id }
}
const begun = async () => {
  const { caller, enrolmentId } = await enrolled()
  const { id: attemptId } = await startAttempt(caller, quiz)
  const asked = await askedIn(caller, attemptId)
  const valueAt = (position: number) => right(asked[position] as (typeof asked)[number])
  return { caller, enrolmentId, attemptId, asked, valueAt, first: { attemptId, position: 0, sequence: 0, value: valueAt(0) } }
}
/** Asks the server itself whether somebody has come to a lock that is held. */
async function untilSomebodyWaits(tx: Transaction): Promise<void> {
  const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await tx.execute(waiting)).rowCount === 0);
}
const attemptOf = async (id: string) => (await db.select().from(attempts).where(eq(attempts.id, id)))[0]

beforeAll(async () => {
  groupId = (await makeOrganisation(db)).rootId
  await publishTestCourse(db)
})

describe('starting an attempt', () => {
  it('is refused without an enrolment, for a lesson, and while an attempt is open', async () => {
    const stranger = await callerFor(db, (await makePerson(db, { groupId })).id)
    await expect(startAttempt(stranger, quiz)).rejects.toThrow('open enrolment')
    const { caller } = await begun()
    await expect(startAttempt(caller, lesson)).rejects.toThrow('unit')
    await expect(startAttempt(caller, quiz)).rejects.toMatchObject({ reason: 'attempt_open' })
  })

  it('has one winner when two tabs start at once, and leaves an event', async () => {
    const { caller, enrolmentId } = await enrolled()
    const results = await Promise.allSettled([startAttempt(caller, quiz), startAttempt(caller, quiz)])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const [attempt] = await db.select().from(attempts).where(eq(attempts.enrolmentId, enrolmentId))
    expect(attempt).toMatchObject({ number: 1, status: 'in_progress', sequence: 0, language: 'en' })
    expect(attempt?.snapshot).toMatchObject({ questions: { length: 6 } })
    expect(await eventsAbout(caller, attempt?.id ?? '')).toEqual(['attempt.start'])
  })

  it('pauses a day after the third submission that failed, then gives three more', async () => {
    const { caller } = await enrolled()
    for (const hours of [0, 1, 2]) await takeQuiz(later(caller, hours), wrong)
    await expect(startAttempt(later(caller, 25), quiz)).rejects.toMatchObject({ reason: 'quiz_paused' })
    await expect(startAttempt(later(caller, 26), quiz)).resolves.toMatchObject({ number: 4 })
  })

  it('is refused once the quiz is passed', async () => {
    const { caller } = await enrolled()
    await takeQuiz(caller, right)
    await expect(startAttempt(caller, quiz)).rejects.toMatchObject({ reason: 'quiz_passed' })
  })
})

describe('saving a draft', () => {
  it("refuses somebody else's attempt, an older form and an unknown choice", async () => {
    const { first } = await begun()
    const { caller: other } = await enrolled()
    await expect(saveDraft(other, first)).rejects.toThrow('attempt')
    const mine = await begun()
    await saveDraft(mine.caller, mine.first)
    await expect(saveDraft(mine.caller, { ...mine.first, value: { choices: ['zzz'] } })).rejects.toMatchObject({ reason: 'stale_sequence' })
    await expect(saveDraft(mine.caller, { ...mine.first, sequence: 1, value: { choices: ['zzz'] } })).rejects.toMatchObject({
      reason: 'unknown_choice',
    })
  })

  it('counts each write and takes a repeated one as the same', async () => {
    const { caller, attemptId, first } = await begun()
    expect(await saveDraft(caller, first)).toEqual({ sequence: 1 })
    expect(await saveDraft(caller, first)).toEqual({ sequence: 1 })
    expect(await saveDraft(caller, { ...first, sequence: 1 })).toEqual({ sequence: 2 })
    expect(await db.select().from(drafts).where(eq(drafts.attemptId, attemptId))).toHaveLength(1)
    expect(await eventsAbout(caller, attemptId)).toEqual(['attempt.start'])
  })

  it('notices the second of two tabs', async () => {
    const { caller, first, asked } = await begun()
    const other = wrong(asked[0] as (typeof asked)[number])
    const results = await Promise.allSettled([saveDraft(caller, first), saveDraft(caller, { ...first, value: other })])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: { reason: 'stale_sequence' } })
  })
})

describe('giving a response', () => {
  it("refuses somebody else's attempt, an incomplete response and a question out of turn", async () => {
    const { caller, first, valueAt } = await begun()
    const { caller: other } = await enrolled()
    await expect(submitResponse(other, { ...first, certainty: 'certain' })).rejects.toThrow('attempt')
    const nothing = 'pairs' in first.value ? { pairs: {} } : { choices: [] }
    await expect(submitResponse(caller, { ...first, value: nothing, certainty: 'certain' })).rejects.toMatchObject({ reason: 'incomplete' })
    const second = { ...first, position: 1, value: valueAt(1) }
    await expect(submitResponse(caller, { ...second, certainty: 'certain' })).rejects.toMatchObject({ reason: 'stale_sequence' })
  })

  it('refuses when the enrolment was closed meanwhile', async () => {
    const { caller, enrolmentId, first } = await begun()
    await db.update(enrolments).set({ closedAt: caller.now, closedAs: 'cancelled' }).where(eq(enrolments.id, enrolmentId))
    await expect(submitResponse(caller, { ...first, certainty: 'certain' })).rejects.toMatchObject({ reason: 'attempt_closed' })
  })

  it('saves nothing when the enrolment is being closed by somebody else, whoever comes first', async () => {
    const { caller, enrolmentId, attemptId, first } = await begun()
    let given: Promise<unknown> | undefined
    await db.transaction(async (tx) => {
      await tx.update(enrolments).set({ closedAt: caller.now, closedAs: 'cancelled' }).where(eq(enrolments.id, enrolmentId))
      given = submitResponse(caller, { ...first, certainty: 'certain' })
      given.catch(() => undefined)
      await untilSomebodyWaits(tx)
    })
    await expect(given).rejects.toMatchObject({ reason: 'attempt_closed' })
    expect(await db.select().from(responses).where(eq(responses.attemptId, attemptId))).toEqual([])
    expect(await attemptOf(attemptId)).toMatchObject({ sequence: 0 })
  })

  it('gives a response sent twice at once only once, with the same result', async () => {
    const { caller, attemptId, first } = await begun()
    const given = { ...first, certainty: 'guessing' }
    const [one, two] = await Promise.all([submitResponse(caller, given), submitResponse(caller, given)])
    expect(one).toEqual(two)
    expect(await submitResponse(caller, given)).toEqual(one)
    expect(one).toMatchObject({ position: 0, sequence: 1, feedback: { position: 0, responded: 1 }, question: { position: 1, draft: null } })
    expect(await db.select().from(responses).where(eq(responses.attemptId, attemptId))).toHaveLength(1)
    expect(await attemptOf(attemptId)).toMatchObject({ sequence: 1 })
  })

  it('answers a response from a late tab with the question that is open meanwhile, and its draft', async () => {
    const { caller, attemptId, first, valueAt } = await begun()
    await submitResponse(caller, { ...first, certainty: 'certain' })
    await submitResponse(caller, { attemptId, position: 1, sequence: 1, value: valueAt(1), certainty: 'certain' })
    await saveDraft(caller, { attemptId, position: 2, sequence: 2, value: valueAt(2) })
    const again = await submitResponse(caller, { ...first, certainty: 'certain' })
    expect(again).toMatchObject({ sequence: 3, feedback: { position: 0 }, question: { position: 2, sequence: 3, draft: valueAt(2) } })
  })

  it('keeps the feedback for the end where the quiz says so', async () => {
    const { caller, attemptId, asked, valueAt } = await begun()
    const [attempt] = await db.select().from(attempts).where(eq(attempts.id, attemptId))
    await db
      .update(attempts)
      .set({ snapshot: { ...(attempt?.snapshot as AttemptSnapshot), feedback: 'end' } })
      .where(eq(attempts.id, attemptId))
    for (const position of asked.keys()) {
      const given = { attemptId, position, sequence: position, value: valueAt(position), certainty: 'certain' }
      const isLast = position === asked.length - 1
      expect(await submitResponse(caller, given)).toMatchObject({ feedback: null, question: isLast ? null : { position: position + 1 } })
    }
  })

  it('keeps one of two different responses given at once', async () => {
    const { caller, attemptId, first } = await begun()
    const given = ['guessing', 'certain'].map((certainty) => submitResponse(caller, { ...first, certainty }))
    const results = await Promise.allSettled(given)
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await db.select().from(responses).where(eq(responses.attemptId, attemptId))).toHaveLength(1)
  })

  it('throws the draft away and leaves no event of its own', async () => {
    const { caller, attemptId, first } = await begun()
    await saveDraft(caller, first)
    await submitResponse(caller, { ...first, sequence: 1, certainty: 'certain' })
    expect(await db.select().from(drafts).where(eq(drafts.attemptId, attemptId))).toEqual([])
    expect(await eventsAbout(caller, attemptId)).toEqual(['attempt.start'])
  })
})

describe('submitting an attempt', () => {
  it('fails it without completing the unit, and leaves an event', async () => {
    const { caller, enrolmentId } = await enrolled()
    const { attemptId } = await takeQuiz(caller, wrong)
    expect(await attemptOf(attemptId)).toMatchObject({ status: 'submitted', isPassed: false, submittedAt: caller.now })
    expect(await db.select().from(completions).where(eq(completions.enrolmentId, enrolmentId))).toEqual([])
    expect(await eventsAbout(caller, attemptId)).toEqual(['attempt.start', 'attempt.submit'])
  })

  it('refuses a response afterwards', async () => {
    const { caller } = await enrolled()
    const { attemptId } = await takeQuiz(caller, wrong)
    const asked = await askedIn(caller, attemptId)
    const beyond = { attemptId, position: 6, sequence: 6, value: right(asked[0] as (typeof asked)[number]), certainty: 'certain' }
    await expect(submitResponse(caller, beyond)).rejects.toMatchObject({ reason: 'attempt_closed' })
    await expect(submitResponse(caller, { ...beyond, position: 0 })).rejects.toMatchObject({ reason: 'already_responded' })
  })

  it('completes unit and course when passed, whichever unit comes last', async () => {
    for (const order of ['lesson first', 'quiz first']) {
      const { caller, enrolmentId } = await enrolled()
      if (order === 'lesson first') await readLesson(caller)
      await takeQuiz(later(caller, 1), wrong)
      await takeQuiz(later(caller, 2), right)
      if (order === 'quiz first') await readLesson(later(caller, 3))
      const [enrolment] = await db.select().from(enrolments).where(eq(enrolments.id, enrolmentId))
      expect(enrolment).toMatchObject({ closedAs: 'completed', score: 1, unitsDone: 2 })
      const rows = await db.select().from(completions).where(eq(completions.enrolmentId, enrolmentId))
      expect(new Set(rows.map(({ unitId }) => unitId))).toEqual(new Set([lesson.unitId, quiz.unitId, null]))
      expect(rows.find(({ unitId }) => unitId === null)?.certificateCode).toMatch(/^[\w-]{22}$/)
      const events = await eventsAbout(caller, enrolmentId)
      expect(events.toSorted()).toEqual(['course.complete', 'enrolment.start', 'unit.complete', 'unit.complete'])
    }
  })

  it('completes the course once when the last response is sent twice at once', async () => {
    const { caller, enrolmentId, attemptId, asked, valueAt } = await begun()
    await readLesson(caller)
    const give = (position: number) =>
      submitResponse(caller, { attemptId, position, sequence: position, value: valueAt(position), certainty: 'certain' })
    for (let position = 0; position < asked.length - 1; position += 1) await give(position)
    const last = await Promise.all([give(asked.length - 1), give(asked.length - 1)])
    expect(last[0]).toEqual(last[1])
    expect(last[0]).toMatchObject({ position: 5, sequence: 6, feedback: { status: 'submitted', responded: 6 }, question: null })
    expect(await db.select().from(completions).where(eq(completions.enrolmentId, enrolmentId))).toHaveLength(3)
  })
})
