import type { Lab } from '../types.ts'
import { generate } from './generate.ts'

/** A week of proxy records: the destination at home that is called like clockwork, and why a filter by country had nothing to say. */
export const trafficThatStaysHome: Lab = {
  id: 'traffic-that-stays-home',
  version: 1,
  tasks: [
    { id: 'destination', kind: 'value', weight: 3, from: { table: 'register', column: 'destination' } },
    { id: 'first-calls', kind: 'rows', weight: 3, table: 'records' },
    { id: 'first-machine', kind: 'value', weight: 2, from: { table: 'machines', column: 'machine' }, isUnknowableOffered: true },
    { id: 'since-when', kind: 'time', weight: 2, isUnknowableOffered: true },
    { id: 'filter', kind: 'choice', weight: 1, choices: ['was-known', 'stands-inside', 'too-small', 'was-off'] },
    { id: 'now', kind: 'choice', weight: 1, choices: ['block-provider', 'follow', 'leave', 'reinstall'] },
  ],
  sums: { records: ['sent', 'received'] },
  generate,
}
