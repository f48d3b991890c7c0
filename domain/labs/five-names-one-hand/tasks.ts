import type { TaskSpec } from '../types.ts'

/** Pairs of things that sign-ups may have in common. */
export const pairs = ['card-mark', 'card-line', 'mark-line', 'card-check', 'address-line'] as const

/** What is quiet comes first: a customer who is asked may delete; a record that is kept cannot run away. */
export const checksInOrder = ['keep', 'compare', 'source', 'ask'] as const

/** What the provider does now, with what each response is worth. */
export const responses = { hold: 1, ask: 0.4, watch: 0.3, 'close-all': 0, warn: 0 } as const

export const tasks: readonly TaskSpec[] = [
  { id: 'first', kind: 'time', weight: 1, isUnknowableOffered: true },
  { id: 'rentals', kind: 'rows', table: 'signups', weight: 3 },
  { id: 'signals', kind: 'choice', choices: [...pairs], weight: 2 },
  { id: 'checks', kind: 'order', events: ['ask', 'compare', 'keep', 'source'], weight: 1 },
  { id: 'whose', kind: 'value', from: { table: 'signups', column: 'name' }, weight: 1, isUnknowableOffered: true },
  { id: 'response', kind: 'choice', choices: ['watch', 'close-all', 'hold', 'ask', 'warn'], weight: 2 },
]
