import { languages } from '../catalogue/types.ts'
import { ConditionInput } from './case-file-input.ts'
import type { TableView } from './lab-view.ts'
import { type Fields, narrowed } from './narrow.ts'
import type { Condition, View } from './types.ts'

const mostConditions = 20

/**
 * The view of a table that the fields of an address ask for. What names no column of it, or is no condition, is left out: an address may be
 * old, or typed. `narrowed` names the column that the other fields narrow by.
 */
export function viewAsked({ id, columns }: Pick<TableView, 'id' | 'columns'>, fields: Fields): View {
  const last = (name: string) => fields.findLast(([key]) => key === name)?.[1] ?? ''
  const column = (wanted: string) => columns.find((one) => one.id === wanted)
  const find = last('find').slice(0, 200)
  const group = column(last('group'))
  // A button that sorts comes after the field that keeps the order.
  const sort = column(last('sort').replace(/^-/, ''))
  const where = fields.flatMap(([key, value]) => (key === 'where' ? conditionIn(value) : [])).filter((one) => column(one.column))
  const view: View = {
    table: id,
    where: where.slice(0, mostConditions),
    ...(find && found(find, last('findIn'))),
    ...(group && { group: group.id }),
    ...(sort && { sort: { column: sort.id, isDescending: last('sort').startsWith('-') } }),
  }
  const by = column(last('narrowed'))
  return by ? narrowed(view, by, fields) : view
}

function found(find: string, asked: string): Pick<View, 'find' | 'findIn'> {
  const findIn = languages.find((language) => language === asked)
  return { find, ...(findIn && { findIn }) }
}

function conditionIn(json: string): Condition[] {
  try {
    const { data } = ConditionInput.safeParse(JSON.parse(json))
    return data ? [data] : []
  } catch {
    return []
  }
}
