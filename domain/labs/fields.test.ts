import { describe, expect, it } from 'vitest'
import { changeOfFields } from './fields.ts'

describe('a plain form of a lab', () => {
  it('marks with a reason, takes out, takes back, and notes', () => {
    expect(
      changeOfFields([
        ['mark', 'a-1'],
        ['reason', 'late'],
      ]),
    ).toEqual({ do: 'mark', row: 'a-1', reason: 'late' })
    expect(
      changeOfFields([
        ['unmark', 'a-1'],
        ['reason', 'late'],
      ]),
    ).toEqual({ do: 'unmark', row: 'a-1' })
    const note: [string, string] = ['note', 'both nights']
    expect(changeOfFields([note, ['keep', 'note']])).toEqual({ do: 'note', text: 'both nights' })
    expect(changeOfFields([note, ['unmark', 'a-1']])).toEqual({ do: 'unmark', row: 'a-1' })
    expect(changeOfFields([['clear', 'when']])).toEqual({ do: 'clear', task: 'when' })
  })

  it.each<[string, [string, string][], object]>([
    [
      'rows',
      [
        ['row', 'a-1'],
        ['row', 'a-2'],
      ],
      { rows: ['a-1', 'a-2'] },
    ],
    ['plan', [], { rows: [] }],
    ['value', [['value', 'x']], { value: 'x' }],
    ['number', [['number', '4.5']], { number: 4.5 }],
    [
      'time',
      [
        ['day', '2024-06-03'],
        ['clock', ''],
      ],
      { time: '2024-06-03' },
    ],
    [
      'time',
      [
        ['day', '2024-06-03'],
        ['clock', '23:10'],
      ],
      { time: '2024-06-03T23:10' },
    ],
    [
      'order',
      [
        ['event', 'a'],
        ['event', 'b'],
        ['move', 'b up'],
      ],
      { order: ['b', 'a'] },
    ],
    ['choice', [['choice', 'wait']], { choice: 'wait' }],
    [
      'rule',
      [
        ['set.hour', '22'],
        ['set.times', '2'],
      ],
      { rule: { hour: 22, times: 2 } },
    ],
    [
      'value',
      [
        ['unknowable', 'on'],
        ['value', 'x'],
      ],
      { isUnknowable: true },
    ],
  ])('responds to a task of kind %s', (kind, fields, given) => {
    const form: [string, string][] = [['task', 'one'], ['kind', kind], ...fields]
    expect(changeOfFields(form)).toEqual({ do: 'respond', task: 'one', given, certainty: null })
    expect(changeOfFields([...form, ['certainty', 'certain']])).toMatchObject({ certainty: 'certain' })
  })
})
