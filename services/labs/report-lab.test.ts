import { inspect } from 'node:util'
import { Client } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { publishTestCourse } from '#testing/course'
import { testDatabase } from '#testing/database'
import { callerFor, makeGroup, makeOrganisation, makePerson } from '#testing/factories'
import { enrolInLab, lab, labCourse, takeLab } from '#testing/labs/lab-course'
import type { Caller } from '../caller.ts'
import { getLabReport } from './report-lab.ts'

const { db, owner } = await testDatabase()
let groupId: string
const person = async () => callerFor(db, (await makePerson(db, { groupId })).id)
const whole = { depth: null, maxArrayLength: null, maxStringLength: null }

beforeAll(async () => {
  groupId = (await makeOrganisation(db)).rootId
  await publishTestCourse(db, labCourse)
})

describe('what a group did', () => {
  /** A group of its own, whose people take the lab one after another, every other one rightly. */
  const ofTen = async () => {
    const { id } = await makeGroup(db, { id: groupId, path: [groupId] })
    const takers: Awaited<ReturnType<typeof callerFor>>[] = []
    const takeOne = async () => {
      const caller = await callerFor(db, (await makePerson(db, { groupId: id })).id)
      await enrolInLab(caller)
      await takeLab(caller, takers.push(caller) % 2 === 0)
    }
    const reader = async (role: 'reviewer' | 'auditor', of: string | null) =>
      callerFor(db, (await makePerson(db, { groupId, grants: [{ role, of }] })).id)
    const ask = (caller: Caller, language: 'en' | 'ja' = 'en') => getLabReport(caller, { ...lab, groupId: id, language })
    return { id, takers, takeOne, reader, ask }
  }

  it('is told of ten people or more, never of fewer, and of nobody by name', async () => {
    const { id, takers, takeOne, reader, ask } = await ofTen()
    const reviewer = await reader('reviewer', id)
    expect(await ask(reviewer)).toMatchObject({ title: { en: 'The borrowed badge' }, people: 0, report: null })
    for (let count = 1; count <= 9; count += 1) await takeOne()
    expect(await ask(reviewer)).toMatchObject({ people: 9, least: 10, report: null })
    await takeOne()
    const told = await ask(reviewer)
    expect(told).toMatchObject({
      group: { id },
      above: [],
      people: 10,
      counted: 10,
      report: { cited: 0.5, hints: [10], looked: 0, tables: null },
    })
    const { tasks, decoys, steps, proofIn } = told.report ?? {}
    const nothing = { kind: 'nothing', words: [], count: 5 }
    expect(tasks).toContainEqual({ id: 'which-badge', text: 'Find the badge', right: 5, worth: 0.5, wrong: [nothing] })
    expect(tasks?.find((task) => task.id === 'what-now')?.wrong).toMatchObject([{ kind: 'choice', words: [expect.any(String)], count: 5 }])
    expect(decoys).toEqual([{ id: 'night-guard', text: 'The rounds of the guard', count: 0, of: 10 }])
    expect(steps?.map((step) => [step.id, step.all, step.none])).toEqual([
      ['nights', 5, 5],
      ['one-badge', 5, 5],
    ])
    expect(proofIn).toEqual([{ id: 'readings', text: 'Readings', all: 5, some: 0, none: 5 }])
    expect((await ask(reviewer, 'ja')).report?.decoys).toMatchObject([{ text: '警備員の巡回' }])
    for (const { actor } of takers) for (const name of [actor.id, actor.name]) expect(inspect(told, whole)).not.toContain(name)
  })

  it('is not told of ten where the group above has one more', async () => {
    const { id, takeOne, reader, ask } = await ofTen()
    const beneath = await makeGroup(db, { id, path: [groupId, id] })
    const taken = async (home: string) => {
      const caller = await callerFor(db, (await makePerson(db, { groupId: home })).id)
      await enrolInLab(caller)
      await takeLab(caller, true)
    }
    for (let count = 0; count < 10; count += 1) await taken(beneath.id)
    const reviewer = await reader('reviewer', id)
    const ofBeneath = () => getLabReport(reviewer, { ...lab, groupId: beneath.id, language: 'en' })
    expect((await ofBeneath()).report).not.toBeNull()
    await takeOne()
    expect(await ofBeneath()).toMatchObject({ people: 10, report: null })
    expect((await ask(reviewer)).report).not.toBeNull()
  })

  it('is told to whoever reads reports of the branch, and to nobody else', async () => {
    const { id, takeOne, reader, ask } = await ofTen()
    await takeOne()
    const { id: elsewhere } = await makeGroup(db, { id: groupId, path: [groupId] })
    await expect(ask(await person())).rejects.toThrow('not permitted')
    await expect(ask(await reader('reviewer', elsewhere))).rejects.toThrow('group')
    expect(await ask(await reader('auditor', id))).toMatchObject({ people: 1 })
    const above = await getLabReport(await reader('reviewer', null), { ...lab, groupId, language: 'en' })
    expect(above.beneath.map((group) => group.id)).toContain(id)
  })

  it('counts those who gave it before summaries were kept as well', async () => {
    const { id, takers, takeOne, reader, ask } = await ofTen()
    for (let count = 1; count <= 10; count += 1) await takeOne()
    const reviewer = await reader('reviewer', id)
    const before = await ask(reviewer)
    const own = takers.map(({ actor }) => actor.id)
    const asOwner = new Client(owner)
    await asOwner.connect()
    // A case file that was given is never changed otherwise.
    await asOwner.query('alter table case_files disable trigger case_files__ended')
    const { rowCount } = await asOwner.query(
      `update case_files set content = content - 'summary' from attempts join enrolments on enrolments.id = enrolment_id
       where attempts.id = attempt_id and person_id = any($1::uuid[])`,
      [own],
    )
    await asOwner.query('alter table case_files enable trigger case_files__ended')
    await asOwner.end()
    expect(rowCount).toBe(10)
    expect(await ask(reviewer)).toEqual(before)
  })
})
