import { describe, expect, it } from 'vitest'
import { implausible } from './plausibility.ts'

const view = (table: string, where: { column: string; is: string }[] = []) => ({ view: { table, where } })
const look = (table: string, where: { column: string; is: string }[] = []) => ({ at: 1, ...view(table, where) })
const worked = {
  minutes: 10,
  seconds: 500,
  score: 0.9,
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
})
