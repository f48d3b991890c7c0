/** What a clever guesser might try who looks at one thing only, and has common sense for all that is not in the tables: for the tests. */

import { noneShared } from '#domain/labs/monday-nine-oh-two/index'
import type { Evidence, Row, Table } from '#domain/labs/types'
import { cellOf, countBy, rowsOf } from '#domain/labs/view'
import { byName, type Strategy } from './strategies.ts'

type Fact = (row: Row, inbox: Table, evidence: Evidence) => boolean

const tableIn = (evidence: Evidence, id: string) => evidence.tables.find((table) => table.id === id) as Table
const isIn = (table: Table, column: string, inbox: Table, row: Row, mine: string) =>
  rowsOf(table, {
    where: [
      { column: 'name', is: cellOf(inbox, row, 'name') },
      { column, is: cellOf(inbox, row, mine) },
    ],
  }).length > 0

export const facts = {
  'an address that is not in the book': (row, inbox, evidence) => !isIn(tableIn(evidence, 'book'), 'address', inbox, row, 'address'),
  'replies that go elsewhere': (row, inbox, evidence) =>
    !['address', 'replies'].some((column) => isIn(tableIn(evidence, 'book'), column, inbox, row, 'reply')),
  'nobody was waiting for it': (row, inbox, evidence) => !isIn(tableIn(evidence, 'waiting'), 'what', inbox, row, 'asks'),
  'it asks for something that costs': (row, inbox) => ['pay', 'sign-in', 'open', 'data'].includes(String(cellOf(inbox, row, 'asks'))),
  'it is urgent': (row, inbox) => cellOf(inbox, row, 'tone') === 'urgent',
  'it is urgent or stiff': (row, inbox) => ['urgent', 'stiff'].includes(String(cellOf(inbox, row, 'tone'))),
  'it came outside office hours': (row, inbox) => !/T(09|1[0-7])/.test(String(cellOf(inbox, row, 'time'))),
  'it asks for money': (row, inbox) => cellOf(inbox, row, 'asks') === 'pay',
  'address and return differ': (row, inbox) => cellOf(inbox, row, 'address') !== cellOf(inbox, row, 'reply'),
} as const satisfies Record<string, Fact>

const costs: Fact = facts['it asks for something that costs']

type Sort = 'report' | 'check' | 'answer'

/** Rows to report, to check and to answer, and marks on the first with their entries in the book. */
function sorting(sort: (row: Row, inbox: Table, evidence: Evidence) => Sort): Strategy {
  return (evidence) => {
    const inbox = tableIn(evidence, 'inbox')
    const sorted = { report: [] as string[], check: [] as string[], answer: [] as string[] }
    for (const row of inbox.rows) sorted[sort(row, inbox, evidence)].push(row.id)
    const [most] = countBy(inbox, inbox.rows, 'reply')
    const given = {
      report: { rows: sorted.report },
      check: { rows: sorted.check },
      answer: { rows: sorted.answer },
      collector: { value: most && most.count > 1 ? String(most.value) : noneShared },
      channel: { choice: 'number-in-the-book' },
    }
    return {
      marks: [...sorted.report, ...entriesOf(evidence, sorted.report)].map((row) => ({ row, reason: '' })),
      tasks: Object.fromEntries(Object.entries(given).map(([id, one]) => [id, { given: one, certainty: 'guessing' as const }])),
      hints: 0,
    }
  }
}

const entriesOf = (evidence: Evidence, reported: readonly string[]) => {
  const inbox = tableIn(evidence, 'inbox')
  const names = inbox.rows.filter(({ id }) => reported.includes(id)).map((row) => cellOf(inbox, row, 'name'))
  return rowsOf(tableIn(evidence, 'book'), { where: [{ column: 'name', in: names }] }).map(({ id }) => id)
}

const entries = Object.entries(facts) as [string, Fact][]

/** By the first letter of the family name, and by nothing else. */
const byLetter = (sort: (letter: string) => Sort): Strategy =>
  sorting((row, inbox) => sort(String(cellOf(inbox, row, 'name')).split(' ')[1]?.[0] ?? ''))

const namesOnly: Record<string, Strategy> = {
  'names only: report the first half of the alphabet, answer the rest': byLetter((letter) => (letter < 'L' ? 'report' : 'answer')),
  'names only: report the first half of the alphabet, check the rest': byLetter((letter) => (letter < 'L' ? 'report' : 'check')),
  'names only: report the first third of the alphabet, check the second, answer the rest': byLetter((letter) =>
    letter < 'H' ? 'report' : letter < 'O' ? 'check' : 'answer',
  ),
  'names only: by some rule': byName({ inbox: 'name', book: 'name' }),
}

export const signals: Record<string, Strategy> = {
  ...namesOnly,
  ...Object.fromEntries(
    entries.flatMap(([name, holds]) => [
      [`${name}: report it, answer the rest`, sorting((...at) => (holds(...at) ? 'report' : 'answer'))],
      [`${name}: report it, check the rest`, sorting((...at) => (holds(...at) ? 'report' : 'check'))],
      [`${name}: check it, answer the rest`, sorting((...at) => (holds(...at) ? 'check' : 'answer'))],
      [
        `${name}: report it, check what costs, answer the rest`,
        sorting((...at) => (holds(...at) ? 'report' : costs(...at) ? 'check' : 'answer')),
      ],
      [
        `${name}: report it where it costs, check what else costs, answer the rest`,
        sorting((...at) => (costs(...at) ? (holds(...at) ? 'report' : 'check') : 'answer')),
      ],
      [`${name}: report it where it costs, answer the rest`, sorting((...at) => (costs(...at) && holds(...at) ? 'report' : 'answer'))],
    ]),
  ),
}
