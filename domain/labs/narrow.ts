/** A view narrowed by a column, and a view as the fields of a plain form or an address: how one filters with and without script. Pure. */
import type { Language } from '../catalogue/types.ts'
import type { TableView } from './lab-view.ts'
import type { Cell, ColumnKind, Condition, View } from './types.ts'

export type Fields = readonly (readonly [name: string, value: string])[]
type Column = TableView['columns'][number]

/** What one may ask of a column, after its kind. */
type Asked = 'value' | 'part' | 'range' | 'hours' | 'weekdays'
const askedOf: Record<ColumnKind, readonly Asked[]> = {
  text: ['value', 'part'],
  word: ['value'],
  number: ['range'],
  day: ['range', 'weekdays'],
  time: ['range', 'hours', 'weekdays'],
}

function kindOf(condition: Condition): Asked | 'list' {
  if ('is' in condition) return 'value'
  if ('in' in condition) return 'list'
  if ('has' in condition) return 'part'
  if ('hours' in condition) return 'hours'
  return 'weekdays' in condition ? 'weekdays' : 'range'
}

type Of<A extends Asked> = {
  value: { is: Cell }
  part: { has: string }
  range: { from?: string | number; to?: string | number }
  hours: { hours: { from: number; to: number } }
  weekdays: { weekdays: readonly number[] }
}[A]

/** What a view asks of a column now, of one kind. */
export const asksNow = <A extends Asked>({ where }: View, column: string, asked: A): Of<A> | undefined =>
  where.find((condition) => condition.column === column && kindOf(condition) === asked) as Of<A> | undefined

/** The view with what its form asks of a column, in place of what was asked of it so far. Fields that are empty or make no sense ask nothing. */
export function narrowed(view: View, { id, kind }: Pick<Column, 'id' | 'kind'>, fields: Fields): View {
  const replaced: readonly string[] = askedOf[kind]
  const kept = view.where.filter((condition) => condition.column !== id || !replaced.includes(kindOf(condition)))
  const asked = askedOf[kind].flatMap((one) => readers[one](fieldsOf(fields), kind))
  return { ...view, where: [...kept, ...asked.map((condition) => ({ column: id, ...condition }))] }
}

/** The view with a range of a column in place of the one before. */
export const withRange = (view: View, column: string, from: string, to: string): View => ({
  ...view,
  where: [...view.where.filter((one) => one.column !== column || kindOf(one) !== 'range'), { column, from, to }],
})

type Field = (name: string) => string[]
const fieldsOf =
  (fields: Fields): Field =>
  (name) =>
    fields.flatMap(([key, value]) => (key === name && value !== '' ? [value] : []))

const readers: Record<Asked, (field: Field, kind: ColumnKind) => Of<Asked>[]> = {
  value: (field) => field('is').flatMap((json) => cellOf(json)),
  part: (field) => field('has').map((has) => ({ has: has.slice(0, 200) })),
  range: (field, kind) => (kind === 'number' ? numbersIn(field) : timesIn(field, kind === 'time')),
  hours: (field) => {
    const [from, to] = [hourIn(field('hourFrom')), hourIn(field('hourTo'))]
    const hours = { from: from ?? 0, to: to ?? 23 }
    return (from === undefined && to === undefined) || (hours.from === 0 && hours.to === 23) ? [] : [{ hours }]
  },
  weekdays: (field) => {
    const weekdays = [...new Set(field('weekday'))].filter((day) => /^[0-6]$/.test(day)).map(Number)
    return weekdays.length === 0 || weekdays.length === 7 ? [] : [{ weekdays }]
  },
}

/** A value as the list of values writes it. */
export const fieldOfCell = (cell: Cell): string => JSON.stringify(cell)

function cellOf(json: string): { is: Cell }[] {
  try {
    const is: unknown = JSON.parse(json)
    return is === null || typeof is === 'string' || typeof is === 'number' ? [{ is }] : []
  } catch {
    return []
  }
}

const hourIn = ([text = '']: string[]): number | undefined => (/^(1?\d|2[0-3])$/.test(text) ? Number(text) : undefined)

function numbersIn(field: Field): Of<'range'>[] {
  const [from, to] = ['low', 'high'].map((name) => field(name).map(Number).find(Number.isFinite))
  return rangeOf(from, to)
}

/** Days, with the minute where it is said: without it from the beginning of the one to the end of the other. */
function timesIn(field: Field, isToTheMinute: boolean): Of<'range'>[] {
  const end = (day: string[], clock: string[], otherwise: string) => {
    const date = day.find((text) => /^\d{4}-\d{2}-\d{2}$/.test(text))
    const time = clock.find((text) => /^\d{2}:\d{2}$/.test(text)) ?? otherwise
    return date && isToTheMinute ? `${date}T${time}` : date
  }
  return rangeOf(end(field('lowDay'), field('lowClock'), '00:00'), end(field('highDay'), field('highClock'), '23:59'))
}

/** Both ends included; given the wrong way round they mean the same. */
function rangeOf<End extends string | number>(from: End | undefined, to: End | undefined): Of<'range'>[] {
  if (from === undefined && to === undefined) return []
  if (from !== undefined && to !== undefined && from > to) return [{ from: to, to: from }]
  return [{ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }]
}

/** The view without words that were looked for in another language: weekdays and codes are shown otherwise now, and nothing would be found. */
export function viewIn(view: View, language: Language): View {
  const { find, findIn, ...rest } = view
  return find && findIn && findIn !== language ? rest : view
}

/** A view as the fields that ask for it. */
export const fieldsOfView = ({ table, where, find, findIn, sort, group }: View): [string, string][] => [
  ['table', table],
  ...where.map((condition): [string, string] => ['where', JSON.stringify(condition)]),
  ...(find ? [['find', find] as [string, string]] : []),
  ...(find && findIn ? [['findIn', findIn] as [string, string]] : []),
  ...(sort ? [['sort', `${sort.isDescending ? '-' : ''}${sort.column}`] as [string, string]] : []),
  ...(group ? [['group', group] as [string, string]] : []),
]

/** The address, within its page, that asks for a view. */
export const addressOfView = (view: View, more: [string, string][] = []): string =>
  `?${new URLSearchParams([...fieldsOfView(view), ...more])}`
