import { expect, test } from 'vitest'
import { cleanLine } from '#domain/text'
import { naughtyStrings, written } from '#testing/naughty/strings'
import { completionCsv } from './completion-csv.ts'
import type { ExportRow } from './export-rows.ts'

/** Reads CSV as RFC 4180 says. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/y
  while (cell.lastIndex < csv.length) {
    const [, text = '', end = ''] = cell.exec(csv) ?? ['', '', 'x']
    if (end === 'x') throw new Error(`not CSV at ${cell.lastIndex}`)
    rows.at(-1)?.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const row = (text: string): ExportRow => ({
  name: text,
  employeeNumber: text,
  email: null,
  groupPath: [text, 'Works'],
  courseTitle: { en: text, ja: text },
  cycle: 1,
  status: 'overdue',
  enrolledAt: new Date('2026-11-22T00:00:00Z'),
  dueOn: null,
  startedAt: null,
  closedAt: null,
  score: null,
  unitsDone: 0,
  courseVersion: text,
  personId: 'person',
})

/** What a spreadsheet takes for a formula, or may once it has dropped what stands before. */
const formula = /^[=+\-@\t\r＝＋－＠]/u

test('every text comes back from its cell, and none begins a formula', () => {
  const { lines } = completionCsv('en', 'Asia/Tokyo')
  for (const cleaned of [true, false]) {
    const texts = naughtyStrings.map((text) => (cleaned ? cleanLine(text) : text)).filter((text) => text.isWellFormed())
    const rows = rowsOf(lines(texts.map(row)))
    expect(rows).toHaveLength(texts.length)
    for (const [index, text] of texts.entries()) {
      const cells = rows[index] ?? []
      expect(cells, written(text)).toHaveLength(15)
      expect(
        cells.filter((cell) => formula.test(cell)),
        written(text),
      ).toEqual([])
      for (const place of [0, 1, 4, 13]) expect(cells[place]?.replace(/^'/, ''), written(text)).toBe(text.replace(/^'/, ''))
      expect(cells[3]?.replace(/^'/, ''), written(text)).toBe(`${text} / Works`.replace(/^'/, ''))
    }
  }
})
