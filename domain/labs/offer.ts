import type { Table, TaskResponse, TaskSpec } from './types.ts'
import { cellOf } from './view.ts'

/** Whether a response to a task names only what the task offers. It may be incomplete: an order or a plan grows step by step. */
export function fits(task: TaskSpec, given: TaskResponse, tables: readonly Table[]): boolean {
  if ('isUnknowable' in given) return task.isUnknowableOffered === true
  switch (task.kind) {
    case 'rows':
    case 'plan': {
      const rows = new Set(tables.find(({ id }) => id === task.table)?.rows.map(({ id }) => id))
      return 'rows' in given && isDistinct(given.rows) && given.rows.every((row) => rows.has(row))
    }
    case 'value':
      return 'value' in given && isValueOffered(task, given.value, tables)
    case 'number':
      return 'number' in given && Number.isFinite(given.number)
    case 'time':
      return 'time' in given && !Number.isNaN(Date.parse(given.time.length === 10 ? given.time : `${given.time}Z`))
    case 'order':
      return 'order' in given && isDistinct(given.order) && given.order.every((event) => task.events.includes(event))
    case 'choice':
      return 'choice' in given && task.choices.includes(given.choice)
    case 'rule': {
      const names = Object.keys(task.settings)
      const isOffered = (name: string, value: number | undefined) => value !== undefined && task.settings[name]?.includes(value) === true
      return 'rule' in given && Object.keys(given.rule).length === names.length && names.every((name) => isOffered(name, given.rule[name]))
    }
  }
}

function isValueOffered(task: Extract<TaskSpec, { kind: 'value' }>, value: string, tables: readonly Table[]): boolean {
  const { from } = task
  if ('values' in from) return from.values.includes(value)
  if (from.or?.includes(value)) return true
  const table = tables.find(({ id }) => id === from.table)
  return table?.rows.some((row) => String(cellOf(table, row, from.column)) === value) ?? false
}

const isDistinct = (ids: readonly string[]) => new Set(ids).size === ids.length
