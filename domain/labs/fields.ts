/** How the plain forms of a lab are read: without script each sends one change. */
import { type Direction, moved } from '../attempts/fields.ts'
import type { TaskResponse, TaskSpec } from './types.ts'

export const settingField = (id: string): string => `set.${id}`

/**
 * The change that a form's fields hold: `mark` or `unmark` is the row of a button, `reason` the words for a row, `keep` the button of the
 * note; else a response to `task`. It is given to the verb as it is, which refuses what is no change.
 */
export function changeOfFields(fields: readonly (readonly [string, string])[]): unknown {
  const field = (name: string) => fields.find(([key]) => key === name)?.[1] ?? ''
  const all = (name: string) => fields.filter(([key]) => key === name).map(([, value]) => value)
  if (field('unmark')) return { do: 'unmark', row: field('unmark') }
  if (field('mark')) return { do: 'mark', row: field('mark'), reason: field('reason') }
  if (field('keep') === 'note') return { do: 'note', text: field('note') }
  if (field('clear')) return { do: 'clear', task: field('clear') }
  const given = responseOf(field('kind') as TaskSpec['kind'], field, all, fields)
  // A button that moves an event, or picks a row, gives nothing yet.
  const certainty = field('certainty') || null
  return { do: 'respond', task: field('task'), given, certainty }
}

function responseOf(
  kind: TaskSpec['kind'],
  field: (name: string) => string,
  all: (name: string) => string[],
  fields: readonly (readonly [string, string])[],
): TaskResponse {
  if (field('unknowable')) return { isUnknowable: true }
  switch (kind) {
    case 'rows':
    case 'plan':
      return { rows: all('row') }
    case 'value':
      return { value: field('value') }
    case 'number':
      return { number: Number(field('number') || Number.NaN) }
    case 'time':
      return { time: field('clock') ? `${field('day')}T${field('clock')}` : field('day') }
    case 'order': {
      const [id = '', direction] = field('move').split(' ')
      return { order: id ? moved(all('event'), id, direction as Direction) : all('event') }
    }
    case 'rule':
      return {
        rule: Object.fromEntries(fields.flatMap(([name, value]) => (name.startsWith('set.') ? [[name.slice(4), Number(value)]] : []))),
      }
    default:
      return { choice: field('choice') }
  }
}
