import { describe, expect, it } from 'vitest'
import { scoreLab, scoreTask } from '#domain/labs/score'
import type { Lab, LabResponses, Row, Table } from '#domain/labs/types'
import { cellOf, countBy } from '#domain/labs/view'
import { chanceOfNames, proveKept, proveLab, seeds } from '#testing/labs/proofs'
import { type Strategy, strategySeed } from '#testing/labs/strategies'
import { faultsOfTexts } from '#testing/labs/texts'
import { dayAfter } from '../calendar.ts'
import { fiveNamesOneHandV1, fiveNamesOneHand as lab } from './index.ts'
import { solve } from './solver.ts'
import { checksInOrder, pairs } from './tasks.ts'

type Test = (row: Row, table: Table) => boolean

const is =
  (column: string, test: (text: string) => boolean): Test =>
  (row, table) =>
    test(String(cellOf(table, row, column)))
const both =
  (one: Test, two: Test): Test =>
  (row, table) =>
    one(row, table) && two(row, table)
const prepaid = is('card', (card) => card.startsWith('P-'))
const unconfirmed = is('check', (check) => check === 'no_answer' || check === 'not_called')
const atNight = is('signed', (time) => time.slice(11) > '19:00')
/** Somebody who knows from an earlier attempt what never changes, marks by one rule, and guesses the rest. */
const returning =
  (pick: (table: Table) => Row[]): Strategy =>
  ({ tables }, _, random): LabResponses => {
    const signups = tables[0] as Table
    const rows = pick(signups)
    const ids = rows.map(({ id }) => id)
    const given = {
      rentals: { rows: ids },
      first: { time: String(cellOf(signups, (rows[0] ?? signups.rows[0]) as Row, 'signed')) },
      signals: { choice: random.pick(pairs.slice(0, 3)) },
      checks: { order: checksInOrder },
      whose: { isUnknowable: true as const },
      response: { choice: 'hold' },
    }
    return {
      marks: ids.map((row) => ({ row, reason: '' })),
      tasks: Object.fromEntries(Object.entries(given).map(([id, one]) => [id, { given: one, certainty: 'certain' as const }])),
      hints: 0,
    }
  }
const all = (test: Test) => returning((table) => table.rows.filter((row) => test(row, table)))
/** The rows with the value of a column that most of those share for whom a test holds. */
const largest = (column: string, test: Test = () => true) =>
  returning((table) => {
    const rows = table.rows.filter((row) => test(row, table))
    const [top] = countBy(table, rows, column)
    return rows.filter((row) => cellOf(table, row, column) === top?.value)
  })

const signals: Record<string, Strategy> = {
  'names only': all(is('name', (name) => 'ABCDEFGHIJK'.includes(name.split(' ')[1]?.[0] ?? ''))),
  prepaid: all(prepaid),
  'prepaid and not confirmed': all(both(prepaid, unconfirmed)),
  'not confirmed': all(unconfirmed),
  'not confirmed, in the evening': all(both(unconfirmed, atNight)),
  'the largest series of cards': largest('card', prepaid),
  'the largest series, not confirmed': largest('card', both(prepaid, unconfirmed)),
  'the most frequent mark': largest('mark'),
  'the most frequent mark, not confirmed': largest('mark', unconfirmed),
  'the most frequent line': largest('line'),
  'the most frequent line, not confirmed': largest('line', unconfirmed),
  'a shared card and a shared line': returning((table) => {
    const shared = ['card', 'line'].map((column) => {
      const counted = countBy(table, table.rows, column).filter(({ count }) => count > 2)
      return [column, new Set(counted.map(({ value }) => value))] as const
    })
    return table.rows.filter((row) => shared.every(([column, values]) => values.has(cellOf(table, row, column))))
  }),
  'the most frequent address': largest('address'),
}

proveLab({ lab, solve, signals, pinned: '075ff9bfae1b3cb6267ab7e42f645433592c1a4892535bf71dc1f4afd2dddcbb' })

proveKept(fiveNamesOneHandV1, '56d626b3304b038e211cdb1afec9400e8e20cb04ea922f20fcb7612c83014942')

describe('the day of the first rental', () => {
  /** What days are worth, so many after the right one, with or without an hour. */
  const worthOf = ({ generate }: Lab, days: readonly number[], clock = '') =>
    seeds.slice(0, 20).map((seed) => {
      const truth = generate(seed).truth.tasks['first']
      const signed = truth?.kind === 'time' ? String(truth.value) : ''
      return days.map((after) => scoreTask(truth, { time: `${dayAfter(signed.slice(0, 10), after)}${clock}` }, new Set()))
    })
  const each = (worth: readonly number[]) => seeds.slice(0, 20).map(() => worth)

  it('may be off by one day of the calendar, whatever the hour', () => {
    expect(worthOf(lab, [-2, -1, 0, 1, 2])).toEqual(each([0, 1, 1, 1, 0]))
    for (const clock of ['T00:00', 'T23:59']) expect(worthOf(lab, [-2, -1, 0, 1, 2], clock)).toEqual(each([0, 1, 1, 1, 0]))
  })

  it('was counted from the minute of the sign-up in version 1, and still is for its attempts', () => {
    expect(worthOf(fiveNamesOneHandV1, [-1, 0, 1])).toEqual(each([0, 1, 1]))
    expect(worthOf(fiveNamesOneHandV1, [1], 'T23:59')).toEqual(each([0]))
  })
})

describe('five names, one hand', () => {
  const worlds = seeds.map((seed) => lab.generate(seed))
  const rowsOf = (made: (typeof worlds)[number], id: string) => made.evidence.tables.find((table) => table.id === id)?.rows ?? []

  it('has as many rows as were announced', () => {
    for (const made of worlds) {
      const counts = ['signups', 'payments', 'logins'].map((id) => rowsOf(made, id).length)
      expect(counts[0]).toBeGreaterThanOrEqual(232)
      expect(counts[0]).toBeLessThanOrEqual(246)
      expect(counts[1]).toBeGreaterThan(340)
      expect(counts[1]).toBeLessThan(480)
      expect(counts[2]).toBeGreaterThan(950)
      expect(counts[2]).toBeLessThan(1_250)
    }
  })

  it('draws how many rentals there are and which pair of signals links them', () => {
    expect([...new Set(worlds.map(({ truth }) => truth.evidence.length))].sort()).toEqual([4, 5, 6, 7])
    const linked = worlds.map(({ truth }) => {
      const { signals } = truth.tasks
      return signals?.kind === 'choice' ? Object.keys(signals.worth).find((pair) => signals.worth[pair] === 1) : undefined
    })
    expect([...new Set(linked)].sort()).toEqual(['card-line', 'card-mark', 'mark-line'])
  })

  it('hides one of the signals of two rentals from the sign-ups', () => {
    for (const { truth } of worlds) expect(truth.steps.find(({ id }) => id === 'later')?.values['late']).toBe(2)
  })

  it('puts every decoy in numbers that matter', () => {
    for (const { truth } of worlds)
      for (const { id, rows } of truth.decoys) expect([id, rows.length >= (id === 'both' ? 2 : 5)]).toEqual([id, true])
  })

  it('is passed without the two rentals that show late, and failed by whoever marks the confirmed with them', () => {
    const scores = worlds.map((made, index) => {
      const right = solve(made.evidence, lab.tasks)
      const decoys = made.truth.decoys.flatMap(({ rows }) => rows)
      const given = { ...returning(() => [])(made.evidence, lab.tasks, strategySeed(seeds[index] ?? '')), marks: [...right.marks] }
      const wrong = decoys.map((row) => ({ row, reason: '' }))
      const partial = right.marks.slice(2)
      const score = (marks: LabResponses['marks']) => scoreLab(lab.tasks, made.truth, { ...given, marks, hints: 0 }).evidence
      return [score(partial), score([...right.marks, ...wrong])] as const
    })
    for (const [partial, wrong] of scores) {
      expect(partial).toBeGreaterThanOrEqual(0.66)
      expect(wrong).toBeLessThan(0.2)
    }
  })

  it('lets names tell nothing', () => {
    const named = worlds.flatMap((made) => {
      const found = new Set(made.truth.evidence)
      return rowsOf(made, 'signups').flatMap(({ id, cells }) =>
        String(cells[1])
          .split(' ')
          .map((name) => [name, found.has(id)] as const),
      )
    })
    expect(chanceOfNames(named)).toBeGreaterThan(0.001)
  })

  it('has all its words in both languages, and none that is not used', () => {
    expect(faultsOfTexts(lab, worlds)).toEqual([])
  })
})
