import type { Lab } from '../types.ts'
import { generate } from './generate.ts'

export const channels = ['reply', 'number-in-the-mail', 'number-in-the-book', 'ask-around'] as const

/** Fourteen messages, and three things to look at before one trusts any of them. */
export const mondayNineOhTwo: Lab = {
  id: 'monday-nine-oh-two',
  version: 1,
  tasks: [
    { id: 'report', weight: 4, kind: 'rows', table: 'inbox' },
    { id: 'check', weight: 4, kind: 'rows', table: 'inbox' },
    { id: 'answer', weight: 1, kind: 'rows', table: 'inbox' },
    { id: 'collector', weight: 2, isUnknowableOffered: true, kind: 'value', from: { table: 'inbox', column: 'reply' } },
    { id: 'channel', weight: 1, kind: 'choice', choices: channels },
  ],
  generate,
}
