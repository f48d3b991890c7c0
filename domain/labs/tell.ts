/** Cells, rows and responses in words. */
import type { LabTaskWords } from '../catalogue/types.ts'
import { week, weekdayOf } from './calendar.ts'
import type { ResponseWords } from './lab-view.ts'
import type { Cell, ColumnKind, Condition, Row, Table, TaskResponse } from './types.ts'

/** A cell as it is shown: a code by its word, a time with a space in it, nothing as nothing. */
export function cellInWords(cell: Cell, kind: ColumnKind, values: Readonly<Record<string, string>>): string {
  if (cell === null) return ''
  if (kind === 'word') return values[String(cell)] ?? String(cell)
  return kind === 'time' ? String(cell).replace('T', ' ') : String(cell)
}

/** How cells are told to one reader. */
export interface Teller {
  cell: (cell: Cell, kind: ColumnKind) => string
  weekday: (day: number) => string
}

/** Tells cells as `cellInWords` does, and of a day and a time also the weekday. @param weekdays names, from Sunday on. */
export function tellerOf(values: Readonly<Record<string, string>>, weekdays: readonly string[]): Teller {
  // Thousands of rows hold a few hundred days.
  const known = new Map<string, string>()
  const weekday = (day: number) => weekdays[day] ?? ''
  const ofDay = (date: string) => {
    const name = known.get(date) ?? weekday(weekdayOf(date))
    known.set(date, name)
    return name
  }
  return {
    weekday,
    cell: (cell, kind) => {
      const text = cellInWords(cell, kind, values)
      return text !== '' && (kind === 'day' || kind === 'time') ? `${text} ${ofDay(text.slice(0, 10))}` : text
    },
  }
}

/** A condition in words, as the workbench shows it above the table. */
export function conditionInWords(condition: Condition, column: { title: string; kind: ColumnKind }, { cell, weekday }: Teller): string {
  const { title, kind } = column
  const told = (value: Cell) => cell(value, kind) || '–'
  if ('is' in condition) return `${title}: ${told(condition.is)}`
  if ('in' in condition) return `${title}: ${condition.in.map(told).join(', ')}`
  if ('has' in condition) return `${title}: …${condition.has}…`
  if ('hours' in condition) return `${title}: ${clockOf(condition.hours.from, 0)}–${clockOf(condition.hours.to, 59)}`
  if ('weekdays' in condition) {
    const days = week.filter((day) => condition.weekdays.includes(day))
    return `${title}: ${days.map(weekday).join(', ')}`
  }
  const { from, to } = condition
  if (to === undefined) return `${title}: ≥ ${told(from ?? null)}`
  return from === undefined ? `${title}: ≤ ${told(to)}` : `${title}: ${told(from)} – ${told(to)}`
}

/** `HH:MM`. */
export const clockOf = (hour: number, minute: number): string => [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')

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
  /** A number as the language writes it, with its unit where it has one. */
  amount: (number: number) => string
}

export function responseInWords(given: TaskResponse | undefined, { words, values, row, amount }: Known): ResponseWords {
  if (!given) return null
  if ('isUnknowable' in given) return { isUnknowable: true }
  if ('rows' in given) return { lines: given.rows.map(row) }
  if ('value' in given) return { lines: [values[given.value] ?? given.value] }
  if ('number' in given) return { lines: [amount(given.number)] }
  if ('time' in given) return { lines: [given.time.replace('T', ' ')] }
  if ('order' in given) return { lines: given.order.map((id) => words.events?.[id] ?? id) }
  if ('choice' in given) return { lines: [words.choices?.[given.choice]?.text ?? given.choice] }
  return { lines: Object.entries(given.rule).map(([name, value]) => `${words.settings?.[name] ?? name}: ${amount(value)}`) }
}
