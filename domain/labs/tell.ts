/** Cells, rows and responses in words. */
import type { LabTaskWords } from '../catalogue/types.ts'
import type { ResponseWords } from './lab-view.ts'
import type { Cell, ColumnKind, Row, Table, TaskResponse } from './types.ts'

/** A cell as it is shown: a code by its word, a time with a space in it, nothing as nothing. */
export function cellInWords(cell: Cell, kind: ColumnKind, values: Readonly<Record<string, string>>): string {
  if (cell === null) return ''
  if (kind === 'word') return values[String(cell)] ?? String(cell)
  return kind === 'time' ? String(cell).replace('T', ' ') : String(cell)
}

/** The first cells of a row: enough to know it again. */
export function rowInWords(table: Pick<Table, 'columns'>, { cells }: Pick<Row, 'cells'>, values: Readonly<Record<string, string>>): string {
  const told = table.columns.map(({ kind }, index) => cellInWords(cells[index] ?? null, kind, values)).filter((text) => text !== '')
  return told.slice(0, 3).join(', ')
}

interface Known {
  words: LabTaskWords
  values: Readonly<Record<string, string>>
  /** A row by its id, in words. */
  row: (id: string) => string
}

export function responseInWords(given: TaskResponse | undefined, { words, values, row }: Known): ResponseWords {
  if (!given) return null
  if ('isUnknowable' in given) return { isUnknowable: true }
  if ('rows' in given) return { lines: given.rows.map(row) }
  if ('value' in given) return { lines: [values[given.value] ?? given.value] }
  if ('number' in given) return { lines: [`${given.number} ${words.unit ?? ''}`.trim()] }
  if ('time' in given) return { lines: [given.time.replace('T', ' ')] }
  if ('order' in given) return { lines: given.order.map((id) => words.events?.[id] ?? id) }
  if ('choice' in given) return { lines: [words.choices?.[given.choice]?.text ?? given.choice] }
  return { lines: Object.entries(given.rule).map(([name, value]) => `${words.settings?.[name] ?? name}: ${value}`) }
}
