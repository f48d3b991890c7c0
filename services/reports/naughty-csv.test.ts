import { stringify } from 'csv-stringify/sync'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cleanLine } from '#domain/text'
import { testDatabase } from '#testing/database'
import { naughtyStrings, written } from '#testing/naughty/strings'
import { csvCell } from './completion-csv.ts'

const { db } = await testDatabase()

/** As the database may hold them: PostgreSQL has no NUL, and UTF-8 no half of a pair. */
const texts = [...naughtyStrings, ...naughtyStrings.map(cleanLine)].filter((text) => text.isWellFormed() && !text.includes('\0'))

/** What a spreadsheet takes for a formula, or may once it has dropped what stands before. */
const formula = /^"?[=+\-@\t\r＝＋－＠]/u

test('the database writes each text as the library does, and none begins a formula', async () => {
  const given = sql.param(JSON.stringify(texts))
  const { rows } = await db.execute<{ cell: string }>(
    sql`select ${csvCell(sql`given.text`)} as cell from jsonb_array_elements_text(${given}::jsonb) with ordinality as given (text, place) order by place`,
  )
  expect(rows).toHaveLength(texts.length)
  for (const [index, text] of texts.entries()) {
    const cell = rows[index]?.cell ?? ''
    expect(cell, written(text)).toBe(
      stringify([[text]], { escape_formulas: true, quoted_match: /[\r\n]/, record_delimiter: '\n' }).slice(0, -1),
    )
    expect(formula.test(cell), written(text)).toBe(false)
  }
})
