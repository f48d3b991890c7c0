import { describe, expect, it } from 'vitest'
import { borrowedBadge } from '#testing/labs/borrowed-badge'
import { type CaseFile, emptyCaseFile } from './case-file.ts'
import { keyOfRule } from './score.ts'
import { rightResponses } from './solve.ts'
import { summaryOf } from './summary.ts'
import type { TaskResponse } from './types.ts'

const world = borrowedBadge.generate('00112233445566778899aabbccddeeff')
const { evidence, truth } = world
const right = rightResponses(borrowedBadge.tasks, truth)
const solved: CaseFile = { ...emptyCaseFile(evidence.tables), marks: [...right.marks], tasks: { ...right.tasks } }
const summary = (change: Partial<CaseFile>) => summaryOf(borrowedBadge, world, { ...solved, ...change })
const wrongBy = (task: string, given: TaskResponse) => {
  const tasks = { ...solved.tasks, [task]: { given, certainty: 'certain' as const } }
  return summary({ tasks }).tasks[task]?.wrong
}
const decoy = truth.decoys[0]
const first = truth.tasks['first-time']
if (!decoy || first?.kind !== 'time' || !first.value) throw new Error('the world has a decoy and a first time')
const [night = ''] = first.value.split('T')

describe('what an attempt comes to', () => {
  it('is nothing wrong and all cited where everything was right', () => {
    const { tasks, tables, steps, cited, decoys } = summary({})
    expect(Object.values(tasks).filter(({ wrong, worth }) => wrong !== null || worth < 1)).toEqual([])
    expect({ tables, steps, cited, decoys }).toEqual({
      tables: { readings: 'all' },
      steps: { nights: 'all', 'one-badge': 'all' },
      cited: 1,
      decoys: { 'night-guard': false },
    })
  })

  it('knows what was cited in part or not at all, and which decoy was accused', () => {
    expect(summary({ marks: solved.marks.slice(1) })).toMatchObject({
      tables: { readings: 'some' },
      steps: { nights: 'some' },
      cited: 2 / 3,
    })
    const accused = summary({ marks: decoy.rows.slice(0, 1).map((row) => ({ row, reason: '' })) })
    expect(accused).toMatchObject({ tables: { readings: 'none' }, cited: 0, decoys: { 'night-guard': true } })
  })

  it('knows which tables were opened and narrowed, and nothing of it where no view was recorded', () => {
    expect(summary({}).looked).toBeNull()
    const path = [
      { at: 1, view: { table: 'readings', where: [], sort: { column: 'at', isDescending: true } } },
      { at: 2, view: { table: 'people', where: [], find: 'B-1' } },
    ]
    expect(summary({ path }).looked).toEqual({ opened: ['readings', 'people'], narrowed: ['people'] })
  })

  it.each<[string, TaskResponse, object]>([
    ['which-badge', { value: 'B-999' }, { kind: 'another' }],
    ['which-badge', { isUnknowable: true }, { kind: 'unknowable' }],
    ['readings', { rows: truth.evidence.slice(1) }, { kind: 'missed' }],
    ['readings', { rows: [...truth.evidence, ...decoy.rows] }, { kind: 'decoy', of: 'night-guard' }],
    ['readings', { rows: ['people-1'] }, { kind: 'beside' }],
    ['how-many', { number: 1 }, { kind: 'low' }],
    ['how-many', { number: 99 }, { kind: 'high' }],
    ['first-time', { time: `${night}T01:00` }, { kind: 'early' }],
    ['first-time', { time: '2024-06-30T01:00' }, { kind: 'late' }],
    ['who-held-it', { value: 'guard' }, { kind: 'known' }],
    ['what-first', { order: ['noticed', 'used', 'blocked'] }, { kind: 'order', of: 'used,noticed' }],
    ['what-first', { order: ['used', 'blocked', 'noticed'] }, { kind: 'order', of: 'noticed,blocked' }],
    ['what-now', { choice: 'wait' }, { kind: 'choice', of: 'wait' }],
    ['alarm', { rule: { hour: 20, times: 1 } }, { kind: 'rule', of: keyOfRule({ hour: 20, times: 1 }) }],
  ])('says of %s in which way %j was wrong', (task, given, wrong) => {
    expect(wrongBy(task, given)).toEqual(wrong)
  })

  it('tells a value of a decoy by the decoy, and a task without a response by nothing', () => {
    const guard = evidence.tables[0]?.rows.find(({ id }) => id === decoy.rows[0])?.cells[0]
    expect(wrongBy('which-badge', { value: String(guard) })).toEqual({ kind: 'decoy', of: 'night-guard' })
    const { 'what-now': _, ...tasks } = solved.tasks
    expect(summary({ tasks }).tasks['what-now']).toEqual({ worth: 0, wrong: { kind: 'nothing' }, certainty: null })
  })

  it('holds neither a row nor a value of the world, nor words of the learner', () => {
    const marks = decoy.rows.map((row) => ({ row, reason: 'seen at night' }))
    const told = JSON.stringify(summary({ marks, tasks: { 'how-many': { given: { number: 4711 }, certainty: 'guessing' } } }))
    const cells = evidence.tables.flatMap(({ rows }) => rows.flatMap(({ id, cells: [badge, , at] }) => [id, badge, at]))
    for (const secret of [...cells, 'seen at night', '4711'])
      if (typeof secret === 'string' && secret.length > 3) expect(told).not.toContain(secret)
  })
})
