import type { QuestionKind } from '../catalogue/types.ts'
import type { ResponseValue } from './types.ts'

/** How a question's form is read, on the page and behind it: `choice`, repeated in order, or `pair.<choice id>`. */

const pair = 'pair.'
export const pairField = (choiceId: string): string => pair + choiceId

/** The value that a form's fields hold. A pair left empty is one not made yet. */
export function valueOfFields(kind: QuestionKind, fields: Iterable<readonly [string, string]>): ResponseValue {
  if (kind !== 'match') return { choices: [...fields].filter(([name]) => name === 'choice').map(([, id]) => id) }
  const pairs = [...fields].filter(([name, target]) => name.startsWith(pair) && target !== '')
  return { pairs: Object.fromEntries(pairs.map(([name, target]) => [name.slice(pair.length), target])) }
}

export const directions = ['up', 'down'] as const
export type Direction = (typeof directions)[number]

/** One choice of an order moved one place; at either end the order stays as it is. */
export function moved(choices: readonly string[], id: string, direction: Direction): string[] {
  const from = choices.indexOf(id)
  const to = from + (direction === 'up' ? -1 : 1)
  if (from < 0 || to < 0 || to >= choices.length) return [...choices]
  return choices.with(from, choices[to] as string).with(to, id)
}
