import { describe, expect, it } from 'vitest'
import { weekdaysIn } from './calendar.ts'
import type { TableView } from './lab-view.ts'
import { tellerOf } from './tell.ts'
import type { Condition } from './types.ts'
import { counted, letterOf, linksOf, overTime, profileOf, rowsShown, toggled } from './workbench.ts'

const column = (id: string, kind: TableView['columns'][number]['kind']) => ({ id, kind, title: id })
const table: TableView = {
  id: 'readings',
  title: 'Readings',
  about: '',
  columns: [column('badge', 'text'), column('door', 'word'), column('at', 'time'), { ...column('seconds', 'number'), isSummed: true }],
  rows: [
    ['B-1', 'z', '2024-06-03T08:00', 4],
    ['B-2', 'a', '2024-06-03T23:10', 2],
    ['B-1', 'z', '2024-06-04T23:20', null],
    ['B-3', 'a', '2024-06-05T09:00', 9],
  ],
}
const teller = tellerOf({ z: 'main door', a: 'tool room' }, weekdaysIn('en'))
const shown = (more: object) => rowsShown(table, { table: 'readings', where: [], ...more }, teller)

describe('the rows of a view', () => {
  it('hold every condition, and somewhere the words looked for, as they are shown', () => {
    expect(shown({ where: [{ column: 'badge', is: 'B-1' }] })).toEqual([0, 2])
    expect(shown({ find: 'TOOL' })).toEqual([1, 3])
    expect(shown({ find: '06-03 23' })).toEqual([1])
    expect(shown({ find: 'wed' })).toEqual([3])
    expect(shown({ where: [{ column: 'at', from: '2024-06-03T23:00', to: '2024-06-04T23:59' }] })).toEqual([1, 2])
    expect(shown({ where: [{ column: 'seconds', from: 2, to: 4 }] })).toEqual([0, 1])
    expect(shown({ where: [{ column: 'seconds', from: 4 }] })).toEqual([0, 3])
  })

  it('are those of some hours, over midnight too, and of some weekdays; nothing has neither', () => {
    const of = (condition: object, rows = table.rows) =>
      rowsShown({ ...table, rows }, { table: 'readings', where: [{ column: 'at', ...condition } as Condition] }, teller)
    expect(of({ hours: { from: 8, to: 9 } })).toEqual([0, 3])
    expect(of({ hours: { from: 23, to: 8 } })).toEqual([0, 1, 2])
    expect(of({ hours: { from: 9, to: 9 } })).toEqual([3])
    expect(of({ weekdays: [1, 3] })).toEqual([0, 1, 3])
    expect(of({ weekdays: [0] }, [['B-9', 'z', '2024-06-09T00:00', 1]])).toEqual([0])
    const bare: TableView['rows'] = [
      ['B-9', 'z', null, 1],
      ['B-9', 'z', '2024-06-09', 1],
    ]
    expect(of({ hours: { from: 0, to: 23 } }, bare)).toEqual([])
    expect(of({ weekdays: [0, 1, 2, 3, 4, 5, 6] }, bare)).toEqual([1])
  })

  it('are sorted by what is shown, nothing last both ways', () => {
    expect(shown({ sort: { column: 'door', isDescending: false } })).toEqual([0, 2, 1, 3])
    expect(shown({ sort: { column: 'seconds', isDescending: false } })).toEqual([1, 0, 3, 2])
    expect(shown({ sort: { column: 'seconds', isDescending: true } })).toEqual([3, 0, 1, 2])
  })
})

describe('a column summed up', () => {
  const all = [...table.rows.keys()]
  it('counts its values, and draws numbers, times and short lists', () => {
    expect(counted(table, all, 'badge')[0]).toEqual({ value: 'B-1', count: 2 })
    expect(profileOf(table, all, column('badge', 'text'))).toMatchObject({ different: 3, bars: null })
    expect(profileOf(table, all, column('door', 'word')).bars).toEqual([2, 2])
    expect(profileOf(table, [0, 2], column('door', 'word'))).toMatchObject({ bars: null, top: [{ value: 'z', count: 2 }] })
    expect(profileOf(table, all, column('seconds', 'number')).bars).toHaveLength(10)
    expect(profileOf(table, [0], column('at', 'time')).bars).toBeNull()
  })

  it('adds up its numbers in the rows shown where that means something, and says how many there are', () => {
    const seconds = { ...column('seconds', 'number'), isSummed: true }
    expect(profileOf(table, all, seconds).total).toEqual({ sum: 15, count: 3 })
    expect(profileOf(table, [2], seconds).total).toEqual({ sum: 0, count: 0 })
    expect(profileOf(table, all, column('seconds', 'number')).total).toBeNull()
    expect(profileOf(table, all, column('at', 'time')).total).toBeNull()
    const tenths = { ...table, rows: [0.1, 0.2, 0.2].map((part) => ['B-1', 'z', null, part]) }
    expect(profileOf(tenths, [0, 1, 2], seconds).total).toEqual({ sum: 0.5, count: 3 })
  })

  it('is drawn over time in spans that a condition takes', () => {
    const drawn = overTime(table, [1, 2], column('at', 'time'))
    expect(drawn?.span).toBe('hour')
    expect(drawn?.bars.reduce((sum, { count }) => sum + count, 0)).toBe(2)
    const bar = drawn?.bars.find(({ count }) => count > 0)
    expect(shown({ where: [{ column: 'at', from: bar?.from, to: bar?.to }] })).toEqual([1])
  })
})

describe('a case file', () => {
  it('is linked by equal texts, not by codes', () => {
    expect(linksOf(['readings-1', 'readings-2', 'readings-3'], [table])).toEqual([{ value: 'B-1', marks: [0, 2] }])
  })

  it('names its rows by letters', () => {
    expect([0, 25, 26, 27, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA'])
  })
})

describe('filtering by a value', () => {
  it('narrows, replaces the value of the same column, and widens when asked once more', () => {
    const view = { table: 'readings', where: [] }
    const one = toggled(view, 'door', 'a')
    expect(one.where).toEqual([{ column: 'door', is: 'a' }])
    expect(toggled(one, 'door', 'z').where).toEqual([{ column: 'door', is: 'z' }])
    expect(toggled(one, 'door', 'a').where).toEqual([])
  })
})
