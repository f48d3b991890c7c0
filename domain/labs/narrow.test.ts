import { describe, expect, it } from 'vitest'
import { viewAsked } from './asked-view.ts'
import { ChangeInput } from './case-file-input.ts'
import { addressOfView, asksNow, fieldOfCell, fieldsOfView, narrowed, viewIn, withRange } from './narrow.ts'
import type { ColumnKind, Condition, View } from './types.ts'

const kinds: Record<string, ColumnKind> = { badge: 'text', door: 'word', day: 'day', at: 'time', seconds: 'number' }
const columns = Object.entries(kinds).map(([id, kind]) => ({ id, kind, title: id }))
const table = { id: 'readings', columns }
const view: View = { table: 'readings', where: [] }
const asked = (column: string, ...fields: [string, string][]) =>
  narrowed(view, { id: column, kind: kinds[column] ?? 'text' }, fields).where.map(({ column: _, ...rest }) => rest)

describe('a view narrowed by a form', () => {
  it.each<[string, string, [string, string][], object[]]>([
    [
      'a number',
      'seconds',
      [
        ['low', '2'],
        ['high', '4.5'],
      ],
      [{ from: 2, to: 4.5 }],
    ],
    [
      'one end',
      'seconds',
      [
        ['low', ''],
        ['high', '0'],
      ],
      [{ to: 0 }],
    ],
    [
      'ends the wrong way round',
      'seconds',
      [
        ['low', '9'],
        ['high', '2'],
      ],
      [{ from: 2, to: 9 }],
    ],
    [
      'no number',
      'seconds',
      [
        ['low', 'many'],
        ['high', 'NaN'],
      ],
      [],
    ],
    [
      'days',
      'day',
      [
        ['lowDay', '2024-06-03'],
        ['highDay', '2024-06-04'],
      ],
      [{ from: '2024-06-03', to: '2024-06-04' }],
    ],
    [
      'whole days of a time',
      'at',
      [
        ['lowDay', '2024-06-03'],
        ['highDay', '2024-06-03'],
      ],
      [{ from: '2024-06-03T00:00', to: '2024-06-03T23:59' }],
    ],
    [
      'minutes of a time',
      'at',
      [
        ['lowDay', '2024-06-03'],
        ['lowClock', '23:10'],
        ['highDay', '2024-06-04'],
        ['highClock', '01:00'],
      ],
      [{ from: '2024-06-03T23:10', to: '2024-06-04T01:00' }],
    ],
    ['a clock without a day', 'at', [['lowClock', '23:10']], []],
    ['no day', 'at', [['lowDay', '3 June']], []],
    [
      'hours',
      'at',
      [
        ['hourFrom', '0'],
        ['hourTo', '5'],
      ],
      [{ hours: { from: 0, to: 5 } }],
    ],
    [
      'hours over midnight',
      'at',
      [
        ['hourFrom', '22'],
        ['hourTo', '5'],
      ],
      [{ hours: { from: 22, to: 5 } }],
    ],
    [
      'hours from one on',
      'at',
      [
        ['hourFrom', '22'],
        ['hourTo', ''],
      ],
      [{ hours: { from: 22, to: 23 } }],
    ],
    [
      'all hours',
      'at',
      [
        ['hourFrom', '0'],
        ['hourTo', '23'],
      ],
      [],
    ],
    ['no hour', 'at', [['hourFrom', '24']], []],
    [
      'weekdays',
      'day',
      [
        ['weekday', '6'],
        ['weekday', '0'],
        ['weekday', '0'],
      ],
      [{ weekdays: [6, 0] }],
    ],
    ['all weekdays', 'at', ['0', '1', '2', '3', '4', '5', '6'].map((day) => ['weekday', day]), []],
    [
      'no weekday',
      'at',
      [
        ['weekday', '7'],
        ['weekday', ''],
      ],
      [],
    ],
    ['a value', 'door', [['is', '"z"']], [{ is: 'z' }]],
    ['the empty value', 'door', [['is', 'null']], [{ is: null }]],
    [
      'no value',
      'door',
      [
        ['is', '{}'],
        ['is', 'z'],
      ],
      [],
    ],
    ['a part', 'badge', [['has', 'B-']], [{ has: 'B-' }]],
    [
      'what a column of its kind has not',
      'seconds',
      [
        ['weekday', '1'],
        ['hourFrom', '1'],
        ['has', '4'],
      ],
      [],
    ],
  ])('takes %s', (_, column, fields, conditions) => {
    expect(asked(column, ...fields)).toEqual(conditions)
  })

  it('replaces what it asked of the column before, and leaves the rest', () => {
    const where: Condition[] = [
      { column: 'door', is: 'z' },
      { column: 'at', is: '2024-06-03T08:00' },
      { column: 'at', hours: { from: 0, to: 5 } },
      { column: 'at', weekdays: [0] },
    ]
    const next = narrowed({ ...view, where }, { id: 'at', kind: 'time' }, [['weekday', '1']])
    expect(next.where).toEqual([...where.slice(0, 2), { column: 'at', weekdays: [1] }])
    expect(asksNow(next, 'at', 'weekdays')?.weekdays).toEqual([1])
    expect(asksNow(next, 'at', 'hours')).toBeUndefined()
    expect(withRange(withRange(next, 'at', 'a', 'b'), 'at', 'c', 'd').where).toEqual([...next.where, { column: 'at', from: 'c', to: 'd' }])
  })
})

describe('the address of a view', () => {
  const whole: View = {
    table: 'readings',
    where: [
      { column: 'door', is: null },
      { column: 'badge', has: 'B & C=1' },
      { column: 'seconds', from: 2 },
      { column: 'at', hours: { from: 22, to: 5 } },
      { column: 'at', weekdays: [6, 0] },
    ],
    find: 'tool room',
    findIn: 'en',
    group: 'door',
    sort: { column: 'at', isDescending: true },
  }
  const fieldsIn = (address: string) => [...new URLSearchParams(address)]

  it('asks for the same view, which the case file takes', () => {
    expect(viewAsked(table, fieldsIn(addressOfView(whole)))).toEqual(whole)
    expect(viewAsked(table, fieldsOfView(view))).toEqual(view)
    expect(ChangeInput.safeParse({ do: 'look', view: whole }).success).toBe(true)
    expect(fieldsIn(addressOfView(view, [['from', '60']]))).toEqual([
      ['table', 'readings'],
      ['from', '60'],
    ])
  })

  it('narrows by the column whose fields it holds, and sorts by the button pressed last', () => {
    const fields: [string, string][] = [...fieldsOfView(whole), ['narrowed', 'door'], ['is', fieldOfCell('a')], ['sort', 'door']]
    const next = viewAsked(table, fields)
    expect(next.where).toEqual([...whole.where.slice(1), { column: 'door', is: 'a' }])
    expect(next.sort).toEqual({ column: 'door', isDescending: false })
  })

  it('leaves out what no table has and what is no condition', () => {
    const odd = ['{"column":"ghost","is":1}', '{"column":"door"', '{"column":"door","like":"z"}', '7', '{"column":"at","weekdays":[9]}']
    const fields = [...odd.map((text): [string, string] => ['where', text]), ['sort', '-ghost'], ['group', 'ghost'], ['narrowed', 'ghost']]
    expect(viewAsked(table, fields as [string, string][])).toEqual(view)
    expect(viewAsked(table, [...fieldsOfView({ ...view, find: 'x' }), ['findIn', 'la']])).toEqual({ ...view, find: 'x' })
    expect(viewAsked(table, [['findIn', 'en']])).toEqual(view)
  })
})

describe('words looked for', () => {
  const where: Condition[] = [{ column: 'door', is: 'z' }]

  it('are forgotten in the other language, where cells are shown otherwise, and nothing else is', () => {
    const looked: View = { ...view, where, find: 'Mon', findIn: 'en' }
    expect(viewIn(looked, 'en')).toEqual(looked)
    expect(viewIn(looked, 'ja')).toEqual({ ...view, where })
    expect(viewIn({ ...view, find: 'B-1' }, 'ja')).toEqual({ ...view, find: 'B-1' })
  })
})
