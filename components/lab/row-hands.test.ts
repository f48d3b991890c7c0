import { describe, expect, it } from 'vitest'
import { type Change, changedBy, emptyCaseFile } from '#domain/labs/case-file'
import type { RowTask } from '#domain/labs/picking'
import type { Table, TaskSpec } from '#domain/labs/types'
import { rowHandsOf } from './row-hands.ts'

const table = (id: string): Table => ({ id, columns: [], rows: [1, 2].map((place) => ({ id: `${id}-${place}`, cells: [] })) })
const tables = [table('readings'), table('doors')]
const offered = { tables, tasks: [{ id: 'which', weight: 1, kind: 'rows', table: 'readings' }] satisfies TaskSpec[] }
const picking: RowTask = { kind: 'rows', id: 'which', prompt: '', short: '', isUnknowableOffered: false, isAside: false, table: 'readings' }
const file = {
  ...emptyCaseFile(tables),
  marks: [{ row: 'readings-1', reason: 'Late' }],
  tasks: { which: { given: { rows: ['readings-1'] }, certainty: null } },
}

/** What a button changes and says; the server keeps all of it. */
function pressed(button: 'toggle' | 'takeOut', row: string, task: RowTask | null) {
  const made: Change[] = []
  const told: string[] = []
  rowHandsOf({ file, picking: task, change: (change) => made.push(change), tell: (key) => told.push(key) })[button](row)
  expect(changedBy(file, made, offered, 0)).not.toBeNull()
  return [...made, ...told]
}
const given = (...rows: string[]): Change => ({ do: 'respond', task: 'which', given: { rows }, certainty: null })

describe('the + of a row', () => {
  it('picks a row of the task’s table, and takes it out again', () => {
    expect(pressed('toggle', 'readings-2', picking)).toEqual([given('readings-1', 'readings-2'), 'pickedRow'])
    expect(pressed('toggle', 'readings-1', picking)).toEqual([given(), 'tookOut'])
  })

  it('puts a row of another table into the case file while rows are picked', () => {
    expect(pressed('toggle', 'doors-2', picking)).toEqual([{ do: 'mark', row: 'doors-2', reason: '' }, 'added'])
  })

  it('is about the case file where nothing is picked', () => {
    expect(pressed('toggle', 'readings-2', null)).toEqual([{ do: 'mark', row: 'readings-2', reason: '' }, 'added'])
    expect(pressed('toggle', 'readings-1', null)).toEqual([{ do: 'unmark', row: 'readings-1' }, 'tookOut'])
  })
})

describe('‘Take out’ of an exhibit', () => {
  it.each([picking, null])('takes it out of the case file, whatever is picked', (task) => {
    expect(pressed('takeOut', 'readings-1', task)).toEqual([{ do: 'unmark', row: 'readings-1' }, 'tookOut'])
  })
})
