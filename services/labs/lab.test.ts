// One file, because all of it works on the one world that is made at its beginning.
import { inspect } from 'node:util'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { attempts, completions, enrolments, responses } from '#db/schema/index'
import { type Change, longestNote } from '#domain/labs/case-file'
import { lastEvent } from '#testing/audit'
import { publishTestCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeOrganisation, makePerson } from '#testing/factories'
import { enrolInLab, fileIn, lab, labCourse, solvingChanges, takeLab, worldIn } from '#testing/labs/lab-course'
import { eventsAbout, later } from '#testing/learner'
import { getAccount } from '../account/get-account.ts'
import type { Caller } from '../caller.ts'
import { decideReading } from '../organisation/decide-reading.ts'
import { getReviewed } from './find-reviewed.ts'
import { reviewLab } from './review-lab.ts'
import { saveCaseFile } from './save-case-file.ts'
import { startLab } from './start-lab.ts'
import { submitLab } from './submit-lab.ts'
import { takeHint } from './take-hint.ts'
import { getDebrief } from './view-debrief.ts'
import { getLab } from './view-lab.ts'

const { db } = await testDatabase()
let groupId: string
const person = async () => callerFor(db, (await makePerson(db, { groupId })).id)
const enrolled = async () => {
  const caller = await person()
  return { caller, enrolmentId: (await enrolInLab(caller)).id }
}
const begun = async () => {
  const { caller, enrolmentId } = await enrolled()
  const { id: attemptId } = await startLab(caller, lab)
  return { caller, enrolmentId, attemptId, world: await worldIn(caller, attemptId) }
}
const save = (caller: Caller, attemptId: string, sequence: number, ...changes: Change[]) =>
  saveCaseFile(caller, { attemptId, sequence, changes })
const mark = (row: string, reason = ''): Change => ({ do: 'mark', row, reason })
const whole = { depth: null, maxArrayLength: null, maxStringLength: null }

beforeAll(async () => {
  groupId = (await makeOrganisation(db)).rootId
  await publishTestCourse(db, labCourse)
  const boss = await makePerson(db, { groupId, grants: [{ role: 'owner', of: null }] })
  await decideReading(await callerFor(db, boss.id), { allowed: 'yes' })
})

describe('starting a lab', () => {
  it('pins a seed of its own, the version of the lab and that of its words, and leaves an event', async () => {
    const [one, two] = [await begun(), await begun()]
    expect(one.world.seed).toMatch(/^[0-9a-f]{32}$/)
    expect(one.world.seed).not.toBe(two.world.seed)
    const [row] = await db.select().from(attempts).where(eq(attempts.id, one.attemptId))
    expect(row?.snapshot).toMatchObject({ kind: 'lab', lab: { id: lab.unitId, version: 1 }, contentVersion: row?.unitVersion })
    expect(await eventsAbout(one.caller, one.attemptId)).toEqual(['lab.start'])
  })

  it('is refused without an enrolment, and while one is open', async () => {
    await expect(startLab(await person(), lab)).rejects.toThrow('open enrolment')
    const { caller } = await begun()
    await expect(startLab(caller, lab)).rejects.toMatchObject({ reason: 'lab_open' })
  })

  it('pauses a day after the third submission that failed; each attempt has new evidence', async () => {
    const { caller } = await enrolled()
    const seeds = new Set<string>()
    for (const hours of [0, 1, 2]) {
      const { attemptId } = await takeLab(later(caller, hours), false)
      seeds.add((await worldIn(caller, attemptId)).seed)
    }
    expect(seeds.size).toBe(3)
    await expect(startLab(later(caller, 25), lab)).rejects.toMatchObject({ reason: 'lab_paused' })
    await expect(startLab(later(caller, 26), lab)).resolves.toMatchObject({ number: 4 })
  })
})

describe('the case file', () => {
  it('keeps marks, reasons, views and what is chosen, and is there on another device', async () => {
    const { caller, attemptId } = await begun()
    const view = {
      table: 'readings',
      where: [{ column: 'door', is: 'tool-room' }],
      sort: { column: 'at', isDescending: true },
      find: 'B-1',
    }
    expect(await save(caller, attemptId, 0, mark('readings-3', 'at night'), { do: 'look', view })).toEqual({ sequence: 1 })
    await save(later(caller, 0.01), attemptId, 1, { do: 'respond', task: 'what-now', given: { choice: 'block' }, certainty: null })
    const { file, sequence } = await getLab(caller, { attemptId, language: 'ja' })
    expect(sequence).toBe(2)
    expect(file).toEqual({
      marks: [{ row: 'readings-3', reason: 'at night' }],
      tasks: { 'what-now': { given: { choice: 'block' }, certainty: null } },
      table: 'readings',
      views: { readings: view },
    })
    expect((await fileIn(caller, attemptId)).path).toEqual([{ at: 0, view }])
  })

  it('keeps free notes, cleaned, up to a length, and on another device', async () => {
    const { caller, attemptId } = await begun()
    const noteOf = async () => (await getLab(caller, { attemptId, language: 'ja' })).file.note
    const write = (sequence: number, text: string) => save(caller, attemptId, sequence, { do: 'note', text })
    expect(await noteOf()).toBeUndefined()
    await write(0, ' Both nights.\r\n<script>\u202e ')
    expect(await noteOf()).toBe('Both nights.\n<script>')
    await write(1, 'x'.repeat(longestNote))
    await expect(write(2, 'x'.repeat(longestNote + 1))).rejects.toMatchObject({ fields: { 'changes.0.text': 'too_big' } })
    await write(2, '')
    expect(await noteOf()).toBe('')
  })

  it('forgets words that were looked for in another language, and keeps them for a return to it', async () => {
    const { caller, attemptId } = await begun()
    const [where, sort] = [[{ column: 'door', is: 'tool-room' }], { column: 'at', isDescending: true }]
    const view = { table: 'readings', where, sort, find: 'Mon', findIn: 'en' as const }
    await save(caller, attemptId, 0, { do: 'look', view })
    const viewsIn = async (language: 'en' | 'ja') => (await getLab(caller, { attemptId, language })).file.views
    expect(await viewsIn('ja')).toEqual({ readings: { table: 'readings', where, sort } })
    expect(await viewsIn('en')).toEqual({ readings: view })
  })

  it('takes a lost reply once more as the same, and tells a second tab', async () => {
    const { caller, attemptId } = await begun()
    await save(caller, attemptId, 0, mark('readings-3'))
    expect(await save(caller, attemptId, 0, mark('readings-3'))).toEqual({ sequence: 1 })
    await expect(save(caller, attemptId, 0, mark('readings-4'))).rejects.toMatchObject({ reason: 'stale_case_file' })
    const view = { table: 'readings', where: [{ column: 'door', is: 'stores' }], sort: { column: 'at', isDescending: false }, find: 'B' }
    await save(caller, attemptId, 1, { do: 'look', view })
    expect(await save(caller, attemptId, 1, { do: 'look', view })).toEqual({ sequence: 2 })
    await save(caller, attemptId, 2, { do: 'look', view })
    expect((await fileIn(caller, attemptId)).path).toHaveLength(1)
  })

  it('has one winner when two tabs write at once', async () => {
    const { caller, attemptId } = await begun()
    const results = await Promise.allSettled([
      save(caller, attemptId, 0, mark('readings-3')),
      save(caller, attemptId, 0, mark('readings-4')),
    ])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it.each<[string, Change]>([
    ['a row that is not there', mark('readings-9999')],
    ['a row of no table', mark('elsewhere-1')],
    ['a task that is not asked', { do: 'respond', task: 'nothing', given: { choice: 'block' }, certainty: null }],
    ['a choice that is not offered', { do: 'respond', task: 'what-now', given: { choice: 'run' }, certainty: null }],
    ['a response of another kind', { do: 'respond', task: 'what-now', given: { number: 3 }, certainty: null }],
    ['‘cannot be known’ where it is not offered', { do: 'respond', task: 'how-many', given: { isUnknowable: true }, certainty: null }],
    ['a rule that cannot be set', { do: 'respond', task: 'alarm', given: { rule: { hour: 21, times: 1 } }, certainty: null }],
    ['an event twice', { do: 'respond', task: 'what-first', given: { order: ['used', 'used'] }, certainty: null }],
    ['a column that is not there', { do: 'look', view: { table: 'readings', where: [{ column: 'colour', is: 'red' }] } }],
  ])('refuses %s', async (_, change) => {
    const { caller, attemptId } = await begun()
    await expect(save(caller, attemptId, 0, change)).rejects.toMatchObject({ reason: 'not_in_evidence' })
  })

  it('is nobody else’s: neither to read nor to write', async () => {
    const { attemptId } = await begun()
    const reviewer = await callerFor(db, (await makePerson(db, { groupId, grants: [{ role: 'reviewer', of: null }] })).id)
    for (const other of [(await enrolled()).caller, reviewer]) {
      await expect(getLab(other, { attemptId, language: 'en' })).rejects.toThrow('attempt')
      await expect(getDebrief(other, { attemptId, language: 'en' })).rejects.toThrow('attempt')
      await expect(save(other, attemptId, 0, mark('readings-3'))).rejects.toThrow('attempt')
      await expect(takeHint(other, { attemptId, sequence: 0 })).rejects.toThrow('attempt')
      await expect(submitLab(other, { attemptId, sequence: 0 })).rejects.toThrow('attempt')
    }
  })

  it('is refused when the enrolment was closed meanwhile', async () => {
    const { caller, enrolmentId, attemptId } = await begun()
    await db.update(enrolments).set({ closedAt: caller.now, closedAs: 'cancelled' }).where(eq(enrolments.id, enrolmentId))
    await expect(save(caller, attemptId, 0, mark('readings-3'))).rejects.toMatchObject({ reason: 'lab_closed' })
    await expect(submitLab(caller, { attemptId, sequence: 0 })).rejects.toMatchObject({ reason: 'lab_closed' })
  })
})

describe('hints', () => {
  it('come one after the other, cost points, and leave an event each', async () => {
    const { caller, attemptId, world } = await begun()
    const { sequence, hint } = await takeHint(caller, { attemptId, sequence: 0 })
    expect(hint).toEqual({ id: 'nudge', text: 'Look at the nights.' })
    await expect(takeHint(caller, { attemptId, sequence: 0 })).rejects.toMatchObject({ reason: 'stale_case_file' })
    expect((await getLab(caller, { attemptId, language: 'en' })).hints).toEqual({ taken: [{ ...hint, price: 0.02 }], next: 0.04 })
    const saved = await save(caller, attemptId, sequence, ...solvingChanges(world))
    expect(await submitLab(caller, { attemptId, sequence: saved.sequence })).toMatchObject({ score: 0.98, isPassed: true })
    expect(await eventsAbout(caller, attemptId)).toEqual(['lab.start', 'lab.take_hint', 'lab.submit'])
  })

  it('end', async () => {
    const { caller, attemptId } = await begun()
    for (const sequence of [0, 1, 2]) await takeHint(caller, { attemptId, sequence })
    await expect(takeHint(caller, { attemptId, sequence: 3 })).rejects.toMatchObject({ reason: 'no_hint' })
  })
})

describe('submitting a lab', () => {
  it('scores it by the seed, completes unit and course, and keeps each response as a record', async () => {
    const { caller, enrolmentId } = await enrolled()
    const { attemptId } = await takeLab(later(caller, 1), true)
    const [row] = await db.select().from(attempts).where(eq(attempts.id, attemptId))
    expect(row).toMatchObject({ status: 'submitted', score: 1, isPassed: true })
    const given = await db.select().from(responses).where(eq(responses.attemptId, attemptId))
    expect(given.map(({ questionId, score }) => [questionId, score])).toContainEqual(['who-held-it', 1])
    const [enrolment] = await db.select().from(enrolments).where(eq(enrolments.id, enrolmentId))
    expect(enrolment).toMatchObject({ closedAs: 'completed', score: 1, unitsDone: 1 })
    expect(await db.select().from(completions).where(eq(completions.enrolmentId, enrolmentId))).toHaveLength(2)
    await expect(startLab(later(caller, 2), lab)).rejects.toThrow('open enrolment')
  })

  it('fails it without completing anything', async () => {
    const { caller, enrolmentId } = await enrolled()
    await takeLab(caller, false)
    expect(await db.select().from(completions).where(eq(completions.enrolmentId, enrolmentId))).toEqual([])
  })

  it('is refused with nothing given, with a certainty not said, from a second tab, and twice', async () => {
    const { caller, attemptId } = await begun()
    await expect(submitLab(caller, { attemptId, sequence: 0 })).rejects.toMatchObject({ reason: 'nothing_given' })
    await save(caller, attemptId, 0, { do: 'respond', task: 'what-now', given: { choice: 'block' }, certainty: null })
    await expect(submitLab(caller, { attemptId, sequence: 1 })).rejects.toMatchObject({ reason: 'certainty_open' })
    await save(caller, attemptId, 1, { do: 'respond', task: 'what-now', given: { choice: 'block' }, certainty: 'certain' })
    await expect(submitLab(caller, { attemptId, sequence: 1 })).rejects.toMatchObject({ reason: 'stale_case_file' })
    await submitLab(caller, { attemptId, sequence: 2 })
    await expect(submitLab(caller, { attemptId, sequence: 3 })).rejects.toMatchObject({ reason: 'lab_closed' })
    await expect(save(caller, attemptId, 3, mark('readings-3'))).rejects.toMatchObject({ reason: 'lab_closed' })
    await expect(db.$client.query(`update case_files set updated_at = now() where attempt_id = '${attemptId}'`)).rejects.toThrow(
      /never changed/,
    )
  })
})

describe('what leaves the server', () => {
  it('before it is given: neither seed nor truth, in no answer, in no language', async () => {
    const { caller, attemptId, world } = await begun()
    const answers: unknown[] = [await startLab(caller, lab).catch((error) => error)]
    for (const language of ['en', 'ja']) answers.push(await getLab(caller, { attemptId, language }))
    answers.push(await save(caller, attemptId, 0, mark('readings-3')), await takeHint(caller, { attemptId, sequence: 1 }))
    const told = inspect(answers, whole)
    expect(told).not.toContain(world.seed)
    for (const secret of [
      'truth',
      'decoy',
      'debrief',
      'namesOnly',
      'outcome',
      'The door stays shut',
      'The guard made',
      'worth',
      'tolerance',
    ])
      expect(told).not.toContain(secret)
    await expect(getDebrief(caller, { attemptId, language: 'en' })).rejects.toThrow('debrief')
  })

  it('before it is given: rows as they are, with no order or id of their own', async () => {
    const { caller, attemptId, world } = await begun()
    const { tables, tasks } = await getLab(caller, { attemptId, language: 'en' })
    expect(tables.map(({ rows }) => rows)).toEqual(world.evidence.tables.map(({ rows }) => rows.map(({ cells }) => cells)))
    expect(Object.keys(tables[0] ?? {}).toSorted()).toEqual(['about', 'columns', 'id', 'rows', 'title'])
    expect(tasks.map(({ id }) => id)).toHaveLength(8)
  })

  it('mixes what stands in a list, anew for each attempt', async () => {
    const orders = new Set<string>()
    for (let round = 0; round < 8; round += 1) {
      const { caller, attemptId } = await begun()
      const { tasks } = await getLab(caller, { attemptId, language: 'en' })
      const order = tasks.find((task) => task.kind === 'order')
      orders.add(order?.kind === 'order' ? order.events.map(({ id }) => id).join() : '')
    }
    expect(orders.size).toBeGreaterThan(1)
  })

  it('afterwards: what was found, missed and only looked guilty, in words; never the seed', async () => {
    const { caller, attemptId, world } = await begun()
    const decoy = world.truth.decoys[0]?.rows[0] ?? ''
    const [found, missed] = world.truth.evidence as [string, string]
    const right: Change = { do: 'respond', task: 'what-now', given: { choice: 'block' }, certainty: 'certain' }
    const view = { table: 'readings', where: [{ column: 'at', has: 'T23' }] }
    const { sequence } = await save(caller, attemptId, 0, mark(found, 'at night'), mark(decoy), mark('people-1'), right, {
      do: 'look',
      view,
    })
    await submitLab(later(caller, 0.01), { attemptId, sequence })
    const debrief = await getDebrief(caller, { attemptId, language: 'en' })
    expect(debrief).toMatchObject({ isPassed: false, masteryScore: 0.7, hints: 0, namesOnly: { by: 'best', guess: 0.1, chance: 0.1 } })
    expect(debrief.found).toMatchObject([{ row: found, reason: 'at night' }])
    expect(debrief.missed.map(({ row }) => row)).toContain(missed)
    expect(debrief.beside).toMatchObject([{ row: 'people-1' }])
    expect(debrief.decoys).toMatchObject([{ why: 'The guard made 5 rounds.', marked: [{ row: decoy }] }])
    expect(debrief.steps.map(({ text }) => text)[0]).toBe('On 3 nights a door opened.')
    expect(debrief.tasks.find(({ id }) => id === 'what-now')).toMatchObject({ worth: 1, outcome: 'The door stays shut that night.' })
    expect(debrief.tasks.find(({ id }) => id === 'who-held-it')).toMatchObject({ given: null, right: { isUnknowable: true } })
    expect(debrief.calibration).toEqual([{ certainty: 'certain', given: 1, worth: 1 }])
    expect(debrief.facts.map(({ id }) => id)).toEqual(['rentals', 'not-indicted'])
    expect(inspect(debrief, whole)).not.toContain(world.seed)
  })

  it('tells the person what makes one wonder', async () => {
    const { caller } = await enrolled()
    const { attemptId } = await takeLab(caller, true)
    const { signals } = await getDebrief(caller, { attemptId, language: 'en' })
    expect(signals).toEqual(['far_faster'])
  })

  it('accuses nobody who works without script, where nothing that is looked at is recorded', async () => {
    const { caller, attemptId, world } = await begun()
    const { sequence } = await save(caller, attemptId, 0, ...solvingChanges(world))
    await submitLab(later(caller, 0.2), { attemptId, sequence })
    expect((await getDebrief(caller, { attemptId, language: 'en' })).signals).toEqual([])
  })
})

describe('what a reviewer reads', () => {
  it('is what was found, cited and looked at, and the time it took: within reach, once it is given', async () => {
    const { caller, attemptId, world } = await begun()
    const view = { table: 'readings', where: [{ column: 'door', is: 'tool-room' }], sort: { column: 'at', isDescending: true } }
    const { sequence } = await save(
      later(caller, 0.1),
      attemptId,
      0,
      { do: 'look', view },
      { do: 'note', text: 'Nights only.' },
      ...solvingChanges(world),
    )
    const reviewer = await callerFor(db, (await makePerson(db, { groupId, grants: [{ role: 'reviewer', of: null }] })).id)
    const why = 'doubt'
    await expect(reviewLab(reviewer, { attemptId, language: 'en', why })).rejects.toThrow('debrief')
    await expect(getReviewed(reviewer, { attemptId })).rejects.toThrow('debrief')
    await submitLab(later(caller, 0.2), { attemptId, sequence })
    const { person: whose, title, ...asked } = await getReviewed(reviewer, { attemptId })
    expect({ whose: whose.id, title: title.en, ...asked }).toEqual({ whose: caller.actor.id, title: 'The borrowed badge', isOwn: false })
    const review = await reviewLab(reviewer, { attemptId, language: 'en', why })
    expect(review).toMatchObject({ person: { id: caller.actor.id }, score: 1, seconds: 720, hints: 0, signals: [], missed: [] })
    expect(review).toMatchObject({ findings: 1, evidence: 1, hintsCost: 0, note: 'Nights only.' })
    expect((await getDebrief(caller, { attemptId, language: 'en' })).note).toBe('Nights only.')
    expect(review.tasks.reduce((sum, { points }) => sum + points.given, 0)).toBeCloseTo(60, 9)
    expect(review.found.map(({ reason }) => reason)).toContain('at night')
    expect(review.path).toEqual([{ at: 360, table: 'Readings', words: ['Door: tool room', 'Time ▼'] }])
    expect(inspect(review, whole)).not.toContain(world.seed)
    const auditor = await callerFor(db, (await makePerson(db, { groupId, grants: [{ role: 'auditor', of: null }] })).id)
    await expect(reviewLab(auditor, { attemptId, language: 'en', why })).rejects.toThrow('attempt')
    await expect(getReviewed(auditor, { attemptId })).rejects.toThrow('attempt')
  })

  it('is recorded where somebody else reads it, with the reason, and shown to the person; the person’s own reading is not', async () => {
    const { caller } = await enrolled()
    const { attemptId } = await takeLab(caller, true)
    const reviewer = await callerFor(db, (await makePerson(db, { groupId, grants: [{ role: 'reviewer', of: groupId }] })).id)
    await reviewLab(caller, { attemptId, language: 'en' })
    expect((await getAccount(caller, {})).readings).toEqual([])
    for (const why of [undefined, null, 'curiosity'])
      await expect(reviewLab(reviewer, { attemptId, language: 'en', why })).rejects.toMatchObject({ fields: { why: 'choose' } })
    expect(await eventsAbout(caller, attemptId)).not.toContain('lab.read')
    await reviewLab(reviewer, { attemptId, language: 'en', why: 'inquiry' })
    expect(await eventsAbout(caller, attemptId)).toEqual(['lab.start', 'lab.submit', 'lab.read'])
    const details = { unitId: lab.unitId, number: 1, why: 'inquiry' }
    expect(await lastEvent(db, 'lab.read')).toMatchObject({ actorId: reviewer.actor.id, subjectId: attemptId, groupId, details })
    expect((await getAccount(caller, {})).readings).toMatchObject([{ name: reviewer.actor.name, at: reviewer.now, why: 'inquiry' }])
    expect((await getAccount(await person(), {})).readings).toEqual([])
  })
})
