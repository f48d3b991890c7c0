/** What a clever guesser might try who looks at one thing only: for the tests. */

import type { LabStream } from '#domain/labs/stream'
import { responses } from '#domain/labs/the-log-that-stopped/index'
import type { Condition, Evidence, Row, Table } from '#domain/labs/types'
import { cellOf, countBy, rowsOf } from '#domain/labs/view'
import { byName, type Strategy } from './strategies.ts'

type Choosing<T> = (evidence: Evidence, random: LabStream) => T | undefined

const tableIn = (evidence: Evidence, id: string) => evidence.tables.find((table) => table.id === id) as Table
/** The journal’s first line after each silence, in order of time. */
const silencesIn = (journal: Table) => rowsOf(journal, { where: [{ column: 'since', from: 40 }] })
const matching = (evidence: Evidence, id: string, where: Condition[]) => rowsOf(tableIn(evidence, id), { where })

/** One silence and one mark, each chosen by one thing; everything else follows from them, or is left to chance. */
function guessing(silenceOf: Choosing<Row>, markOf: Choosing<string>): Strategy {
  return (evidence, _tasks, random) => {
    const journal = tableIn(evidence, 'journal')
    const installs = tableIn(evidence, 'installs')
    const after = silenceOf(evidence, random) ?? random.pick(silencesIn(journal))
    const before = journal.rows[journal.rows.indexOf(after) - 1] ?? after
    const mark = markOf(evidence, random) ?? ''
    const found = matching(evidence, 'installs', [{ column: 'mark', is: mark }])
    const lines = matching(evidence, 'copy', [{ column: 'mark', is: mark }])
    const [site] = countBy(installs, found, 'site')
    const given = {
      begins: { time: String(cellOf(journal, before, 'time')) },
      lasts: { number: Number(cellOf(journal, after, 'since')) },
      mark: { value: mark },
      machines: { rows: found.map(({ id }) => id) },
      site: { value: String(site?.value ?? '') },
      response: { choice: random.pick(responses) },
    }
    return {
      marks: [before, after, ...lines, ...found].map(({ id }) => ({ row: id, reason: '' })),
      tasks: Object.fromEntries(Object.entries(given).map(([id, one]) => [id, { given: one, certainty: 'guessing' as const }])),
      hints: 0,
    }
  }
}

const anySilence: Choosing<Row> = () => undefined

/** What tells one silence from another without a look at any other table. */
export const orders = {
  place: (row: Row) => String(row.cells[0]),
  length: (row: Row) => -Number(row.cells[1]),
  // From noon to noon, so that an evening comes before the morning after it.
  hour: (row: Row) => (Number(String(row.cells[0]).slice(11, 13)) * 60 + Number(String(row.cells[0]).slice(14)) + 720) % 1_440,
} as const satisfies Record<string, (row: Row) => string | number>
export type Order = keyof typeof orders

/** All silences of a journal by one of these. */
export function silencesBy(order: Order, journal: Table): Row[] {
  const of = orders[order]
  return silencesIn(journal).sort((a, b) => (of(a) < of(b) ? -1 : 1))
}
const nthSilence =
  (order: Order, place: number): Choosing<Row> =>
  (evidence) =>
    silencesBy(order, tableIn(evidence, 'journal'))[place]

const marksIn = (evidence: Evidence, table: string) => {
  const found = tableIn(evidence, table)
  return countBy(found, found.rows, 'mark').flatMap(({ value }) => (value === null ? [] : [String(value)]))
}
const without = (evidence: Evidence, table: string) => {
  const known = new Set(marksIn(evidence, table))
  return marksIn(evidence, 'installs').filter((mark) => !known.has(mark))
}
const anyMark: Choosing<string> = (evidence, random) => random.pick(marksIn(evidence, 'installs'))

/** A mark whose program has another mark as well. */
const doubled: Choosing<string> = (evidence, random) => {
  const installs = tableIn(evidence, 'installs')
  const marks = marksIn(evidence, 'installs')
  const packageOf = new Map(
    marks.map((mark) => [mark, cellOf(installs, rowsOf(installs, { where: [{ column: 'mark', is: mark }] })[0] as Row, 'package')]),
  )
  const twins = marks.filter((mark) => marks.some((other) => other !== mark && packageOf.get(other) === packageOf.get(mark)))
  return random.pick(twins)
}

/** The mark most often installed at night or at the weekend. */
const mostAtNight: Choosing<string> = (evidence) => {
  const installs = tableIn(evidence, 'installs')
  const isNight = (row: Row) => !/T(0[89]|1[0-9])/.test(String(cellOf(installs, row, 'received')))
  const [top] = countBy(installs, installs.rows.filter(isNight), 'mark')
  return String(top?.value)
}

/** The mark that reports the time least like the log store’s. */
const oddestClock: Choosing<string> = (evidence) => {
  const installs = tableIn(evidence, 'installs')
  const odd = installs.rows.filter(
    (row) => String(cellOf(installs, row, 'received')).slice(0, 13) > String(cellOf(installs, row, 'clock')).slice(0, 13),
  )
  return String(countBy(installs, odd, 'mark')[0]?.value)
}

/** A mark of somebody whose family name begins early in the alphabet. */
const markByName: Choosing<string> = (evidence, random) => {
  const installs = tableIn(evidence, 'installs')
  const theirs = installs.rows.filter((row) => /^\S+ [A-C]/.test(String(cellOf(installs, row, 'person'))))
  return String(cellOf(installs, random.pick(theirs), 'mark'))
}

export const signals: Record<string, Strategy> = {
  ...Object.fromEntries(
    (['place', 'length', 'hour'] as const).flatMap((order) =>
      [0, 1, 2, 3, 4].map((place) => [`the silence by its ${order}, number ${place + 1}`, guessing(nthSilence(order, place), anyMark)]),
    ),
  ),
  'the rarest mark': guessing(anySilence, (evidence) => marksIn(evidence, 'installs').at(-1)),
  'a mark that is not in the calendar, often installed': guessing(anySilence, (evidence) => without(evidence, 'changes')[0]),
  'a mark that is not in the calendar': guessing(anySilence, (evidence, random) => random.pick(without(evidence, 'changes'))),
  'a mark that is not in the journal, often installed': guessing(anySilence, (evidence) => without(evidence, 'journal')[0]),
  'a mark that is not in the journal': guessing(anySilence, (evidence, random) => random.pick(without(evidence, 'journal'))),
  'two marks of one program': guessing(anySilence, doubled),
  'what was installed at night': guessing(nthSilence('length', 0), mostAtNight),
  'what reports an odd time': guessing(anySilence, oddestClock),
  'names only, of people': byName({ installs: 'person' }),
  'names only, of accounts': byName({ journal: 'account', copy: 'account' }),
  'names only, and a mark of theirs': guessing(anySilence, markByName),
}
