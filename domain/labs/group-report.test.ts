import { describe, expect, it } from 'vitest'
import { type AttemptDone, groupReport } from './group-report.ts'

const truth = { evidence: ['a-1', 'a-2'], decoys: [{ id: 'guard', rows: ['a-3'], values: {} }], steps: [] }
const done = (marks: string[], tables: string[], worth: number): AttemptDone => ({
  file: {
    marks: marks.map((row) => ({ row, reason: '' })),
    table: 'a',
    path: tables.map((table) => ({ at: 1, view: { table, where: [] } })),
  },
  truth,
  tasks: { who: worth },
})

describe('what a group did in a lab', () => {
  it('is told in parts: where they looked, what they cited, what misled them', () => {
    const report = groupReport([done(['a-1', 'a-3'], ['b'], 1), done(['a-1', 'a-2'], [], 0)], ['a', 'b'])
    expect(report).toEqual({ attempts: 2, tasks: { who: 0.5 }, tables: { a: 1, b: 0.5 }, decoys: { guard: 0.5 }, cited: 0.75 })
  })

  it('counts a decoy among those whose world has it', () => {
    const without = { ...done(['a-1'], [], 1), truth: { ...truth, decoys: [] } }
    expect(groupReport([without, done(['a-3'], [], 1)], ['a']).decoys).toEqual({ guard: 1 })
  })
})
