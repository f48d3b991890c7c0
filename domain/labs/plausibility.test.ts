import { describe, expect, it } from 'vitest'
import { implausible } from './plausibility.ts'

const view = (table: string, where: { column: string; is: string }[] = []) => ({ view: { table, where } })
const look = (table: string, where: { column: string; is: string }[] = []) => ({ at: 1, ...view(table, where) })
const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `a-${index + 1}`, cells: [] }))
const long = (id: string) => ({ id, rows: rows(101) })
const short = (id: string) => ({ id, rows: rows(100) })
const worked = {
  minutes: 10,
  seconds: 500,
  score: 0.9,
  tables: [long('a'), short('b')],
  file: { table: 'a', marks: [{ row: 'a-1', reason: 'why' }], path: [look('a', [{ column: 'x', is: 'y' }]), look('b')] },
  steps: [view('a'), view('b')],
}

describe('signals', () => {
  it('are none of a result that was worked for, nor of one that was not good', () => {
    expect(implausible(worked)).toEqual([])
    expect(implausible({ ...worked, score: 0.5, seconds: 5 })).toEqual([])
  })

  it('are told of one that came too fast, without looking, without narrowing, without reasons', () => {
    expect(implausible({ ...worked, seconds: 100 })).toEqual(['far_faster'])
    expect(implausible({ ...worked, file: { ...worked.file, path: [look('a', [{ column: 'x', is: 'y' }])] } })).toEqual(['table_unseen'])
    expect(implausible({ ...worked, file: { ...worked.file, path: [look('b')] } })).toEqual(['never_narrowed'])
    expect(implausible({ ...worked, file: { ...worked.file, marks: [{ row: 'a-1', reason: '' }] } })).toEqual(['without_reasons'])
  })

  it('are none of narrowing where every table is read on a few screens', () => {
    const work = { ...worked, file: { ...worked.file, path: [look('b')] } }
    expect(implausible({ ...work, tables: [short('a'), short('b')] })).toEqual([])
    expect(implausible({ ...work, tables: [short('a'), long('b')] })).toEqual(['never_narrowed'])
  })

  it('are none of looking where nothing was recorded, as without script', () => {
    const unknown = { ...worked, file: { ...worked.file, path: [] } }
    expect(implausible(unknown)).toEqual([])
    expect(implausible({ ...unknown, seconds: 100 })).toEqual(['far_faster'])
  })

  it('take the table with which a lab opens for seen, whatever was opened last', () => {
    const path = [look('b', [{ column: 'x', is: 'y' }])]
    expect(implausible({ ...worked, file: { ...worked.file, table: 'b', path } })).toEqual([])
  })
})
